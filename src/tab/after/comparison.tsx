import { Checkbox, Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { MinutesDocument } from '../../views/minutesDocument.ts';
import { pageAfterTexts } from '../../wording/page/afterTexts.ts';
import { useRoom } from '../room.ts';
import { useAnswer } from '../useAnswer.ts';
import { useNarrow } from '../useNarrow.ts';
import { type ComparedLine, type ComparedPart, compare } from './comparing.ts';
import type { PaperLine } from './paperLines.ts';
import { Words } from './words.tsx';

/** Two versions held against each other, in one text or side by side. */
export function Comparison({ from, to }: { readonly from: number; readonly to: number }) {
  const { language } = useRoom();
  const texts = pageAfterTexts[language];
  const before = useAnswer<MinutesDocument>(`/document?version=${from}`, from);
  const after = useAnswer<MinutesDocument>(`/document?version=${to}`, to);
  const [layout, setLayout] = useState<'one' | 'two'>('one');
  const [all, setAll] = useState(false);
  const narrow = useNarrow();
  const parts = useMemo(
    () => (before.kind === 'ready' && after.kind === 'ready' ? compare(before.value, after.value) : null),
    [before, after],
  );
  if (!parts)
    return before.kind === 'loading' || after.kind === 'loading' ? (
      <Spinner label={texts.loading} />
    ) : (
      <p>{texts.failed}</p>
    );
  const changed = parts.filter((part) => part.changed);
  const changes = changed.flatMap(({ lines }) => lines).filter(({ kind }) => kind !== 'same').length;
  const shown = all ? parts : changed;
  return (
    <>
      <div className="compareHead">
        <RadioGroup
          layout={narrow ? 'vertical' : 'horizontal'}
          aria-label={texts.layout}
          value={layout}
          onChange={(_, { value }) => setLayout(value === 'two' ? 'two' : 'one')}
        >
          <Radio value="one" label={texts.inOne} />
          <Radio value="two" label={texts.sideBySide} />
        </RadioGroup>
        <Checkbox
          label={texts.showUnchanged}
          checked={all}
          onChange={(_, { checked }) => setAll(checked === true)}
        />
      </div>
      <p role="status" className="quiet">
        {changes === 0 ? texts.noDifference : texts.changes(changes)}
        {!all && changes > 0 ? ` · ${texts.unchanged(parts.length - changed.length)}` : ''}
      </p>
      {shown.map((part) =>
        layout === 'one' ? <InOne key={part.part} part={part} /> : <Beside key={part.part} part={part} />,
      )}
    </>
  );
}

function InOne({ part }: { readonly part: ComparedPart }) {
  return (
    <section className="comparedPart" aria-label={part.heading}>
      {part.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice
        <p key={index} className={`compared ${line.kind} ${(line.after ?? line.before)?.style ?? ''}`}>
          <Words stretches={whole(line)} />
        </p>
      ))}
    </section>
  );
}

const whole = (line: ComparedLine) =>
  line.kind === 'reworded'
    ? line.words
    : [{ kind: line.kind, text: (line.after ?? line.before)?.text ?? '' } as const];

/** Each version in a column of its own, paragraphs that belong together at the same height. */
function Beside({ part }: { readonly part: ComparedPart }) {
  const { language } = useRoom();
  const texts = pageAfterTexts[language];
  return (
    <table className="comparedPart" aria-label={part.heading}>
      <thead>
        <tr>
          <th scope="col">{texts.from}</th>
          <th scope="col">{texts.to}</th>
        </tr>
      </thead>
      <tbody>
        {part.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice
          <tr key={index} className={`compared ${line.kind}`}>
            <Side line={line} side={line.before} mark="removed" />
            <Side line={line} side={line.after} mark="added" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideProps {
  readonly line: ComparedLine;
  readonly side: PaperLine | null;
  readonly mark: 'added' | 'removed';
}

function Side({ line, side, mark }: SideProps) {
  if (!side) return <td className="nothing" />;
  const stretches =
    line.kind === 'reworded'
      ? line.words.filter(({ kind }) => kind === 'same' || kind === mark)
      : [{ kind: line.kind === 'same' ? ('same' as const) : mark, text: side.text }];
  return (
    <td className={side.style}>
      <Words stretches={stretches} />
    </td>
  );
}
