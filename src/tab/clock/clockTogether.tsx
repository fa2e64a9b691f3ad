import { clockParts } from './clockParts.ts';

/** A text of which no line ends within a clock time; its words stay as they are. */
export function ClockTogether({ text }: { readonly text: string }) {
  return clockParts(text).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have their place only
      <span key={index} className="together">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
