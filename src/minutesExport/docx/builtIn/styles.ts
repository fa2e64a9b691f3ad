import type { Language } from '../../../meeting/agenda.ts';
import type { Looks } from '../looks.ts';
import { type Format, noFormat } from '../paragraph.ts';
import { property, withProperties } from '../properties.ts';
import { bulletList, listStep, type NumberedLists } from './numbering.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const ink = '1F3A5F';
const quiet = '595959';

interface StyleOf {
  readonly id: string;
  readonly name: string;
  readonly next?: string;
  readonly paragraph?: string;
  readonly letters?: string;
}

const spacing = (before: number, after: number): string =>
  `<w:spacing w:before="${before}" w:after="${after}"/>`;
/** Size in points. */
const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const heading = (level: number, above: number, letters: string): StyleOf => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  next: 'Normal',
  paragraph: `<w:keepNext/><w:keepLines/>${spacing(above, 60)}<w:outlineLvl w:val="${level - 1}"/>`,
  letters,
});

const styles: readonly StyleOf[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Normal',
    paragraph: `<w:keepNext/>${spacing(0, 120)}`,
    letters: `<w:b/><w:bCs/><w:color w:val="${ink}"/>${size(20)}`,
  },
  {
    id: 'Status',
    name: 'Status',
    next: 'Normal',
    paragraph: spacing(0, 60),
    letters: `<w:b/><w:bCs/><w:color w:val="9C1C1C"/>`,
  },
  heading(1, 360, `<w:b/><w:bCs/><w:color w:val="${ink}"/>${size(14)}`),
  heading(2, 200, `<w:b/><w:bCs/><w:color w:val="${ink}"/>${size(11.5)}`),
  heading(3, 120, `<w:b/><w:bCs/>${size(11)}`),
  {
    id: 'ListParagraph',
    name: 'List Paragraph',
    paragraph: `${spacing(0, 60)}<w:ind w:left="425" w:hanging="425"/>`,
  },
  { id: 'Fact', name: 'Fact', paragraph: spacing(30, 30) },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: `<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>${spacing(0, 0)}`,
    letters: `<w:color w:val="${quiet}"/>${size(9)}`,
  },
];

/** Styles that Word has no name of its own for. */
const own: readonly string[] = ['Status', 'Fact'];

/** word/styles.xml: one house style for both layouts. */
export const stylesXml = (language: Language): string =>
  `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  `<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>${size(11)}` +
  `<w:lang w:val="${languageTag(language)}" w:eastAsia="${languageTag(language)}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
  `<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  styles
    .map(
      ({ id, name, next, paragraph, letters }) =>
        `<w:style w:type="paragraph"${own.includes(id) ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
        `${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/>` +
        `${paragraph ? `<w:pPr>${paragraph}</w:pPr>` : ''}${letters ? `<w:rPr>${letters}</w:rPr>` : ''}</w:style>`,
    )
    .join('') +
  `<w:style w:type="character" w:customStyle="1" w:styleId="Remark"><w:name w:val="Remark"/><w:qFormat/><w:rPr><w:i/><w:iCs/><w:color w:val="${quiet}"/></w:rPr></w:style>` +
  '</w:styles>';

/** What Word calls the language of a text. */
export const languageTag = (language: Language): string => (language === 'da' ? 'da-DK' : 'en-GB');

export const styled = (id: string): Format => ({
  ...noFormat,
  paragraph: new Map([property('pStyle', id)]),
});

const listed = (listId: number, level = 0): Format => {
  const { paragraph, letters } = styled('ListParagraph');
  const numbering = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${listId}"/></w:numPr>`;
  // The style has the indent of the first level.
  const indent = `<w:ind w:left="${listStep * (level + 1)}" w:hanging="${listStep}"/>`;
  const own = level === 0 ? [] : ([['ind', indent]] as const);
  return { paragraph: withProperties(paragraph, ['numPr', numbering], ...own), letters };
};

/** The looks of a document of our own. */
export const builtInLooks = (lists: NumberedLists): Looks => ({
  paragraph: noFormat,
  bullet: listed(bulletList),
  typedBullet: (level) => listed(bulletList, level - 1),
  continued: {
    ...noFormat,
    paragraph: withProperties(styled('ListParagraph').paragraph, [
      'ind',
      '<w:ind w:left="425" w:firstLine="0"/>',
    ]),
  },
  newNumbers: () => listed(lists.begin()),
  itemHeading: styled('Heading1'),
  partHeading: styled('Heading1'),
  groupHeading: styled('Heading3'),
  label: () => ({ format: styled('Heading2'), after: '' }),
  remark: [property('rStyle', 'Remark')],
  status: styled('Status'),
});
