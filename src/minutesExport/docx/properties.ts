/** Order of the children in `w:pPr` and `w:rPr` as the schema has it (ECMA-376-1, 17.3.1.26 and 17.3.2.28). */
const paragraphOrder =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle'.split(
    ' ',
  );
const runOrder =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
    ' ',
  );

/** Property elements by name without prefix: `jc` → `<w:jc w:val="left"/>`. */
export type Properties = ReadonlyMap<string, string>;

export const noProperties: Properties = new Map();

/** A property with its value ("bidi", "numId"…); without one it is simply on. */
export const property = (name: string, value?: string | number): readonly [string, string] => [
  name,
  value === undefined ? `<w:${name}/>` : `<w:${name} w:val="${value}"/>`,
];

/** `base` with what stands in `more` over it. */
export const withProperties = (
  base: Properties,
  ...more: readonly (readonly [string, string])[]
): Properties => new Map([...base, ...more]);

export const withoutProperties = (base: Properties, ...names: readonly string[]): Properties =>
  new Map([...base].filter(([name]) => !names.includes(name)));

function inOrder(properties: Properties, order: readonly string[]): string {
  const place = (name: string): number => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  return [...properties]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([, xml]) => xml)
    .join('');
}

export const paragraphProperties = (properties: Properties): string => inOrder(properties, paragraphOrder);
export const runProperties = (properties: Properties): string => inOrder(properties, runOrder);
