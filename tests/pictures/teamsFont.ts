import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const faces = ([400, 700] as const).flatMap((weight) =>
  (['normal', 'italic'] as const).map((style) => ({ weight, style })),
);

/**
 * What stands in for Teams' own font, which is not free: Arimo (the measures of Arial), from a package, so that labels
 * are measured alike on every machine. Its bold is a little wider than Segoe UI Semibold: a label that fits here fits there.
 */
export const teamsFont: string = faces
  .map(({ weight, style }) => {
    const file = createRequire(import.meta.url).resolve(
      `@fontsource/arimo/files/arimo-latin-${weight}-${style}.woff2`,
    );
    const data = readFileSync(file).toString('base64');
    return `@font-face { font-family: "Segoe UI"; font-weight: ${weight === 700 ? '600 700' : weight}; font-style: ${style};
  src: url(data:font/woff2;base64,${data}) format("woff2"); }`;
  })
  .join('\n');
