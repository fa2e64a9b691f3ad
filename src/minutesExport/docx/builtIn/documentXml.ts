import type { MinutesDocument, MinutesItemPart } from '../../../views/minutesDocument.ts';
import { labelXml, partContentXml, partXml, sectionXml, statusXml } from '../content.ts';
import type { Looks } from '../looks.ts';
import { paragraphOf } from '../paragraph.ts';
import { property } from '../properties.ts';
import { styled } from './styles.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
/** A4 with margins of 2 cm, in twentieths of a point. */
const section =
  '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
const labelWidth = 2268;
const valueWidth = 7370;

/** Labels and values side by side: the first column says what the second holds; no row is a header. */
function factsXml(facts: MinutesDocument['facts']): string {
  if (facts.length === 0) return '';
  const cell = (width: number, content: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  const rows = facts.map(
    ({ label, value }) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>` +
      cell(
        labelWidth,
        paragraphOf(styled('Fact'), { text: label, letters: [property('b'), property('bCs')] }),
      ) +
      `${cell(valueWidth, paragraphOf(styled('Fact'), { text: value }))}</w:tr>`,
  );
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${labelWidth + valueWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>' +
    `<w:tblLook w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
    '</w:tblPr>' +
    `<w:tblGrid><w:gridCol w:w="${labelWidth}"/><w:gridCol w:w="${valueWidth}"/></w:tblGrid>${rows.join('')}</w:tbl>`
  );
}

const peopleXml = ({ people }: MinutesDocument, looks: Looks): string =>
  people
    .map(
      ({ heading, groups }) =>
        paragraphOf(looks.partHeading, { text: heading }) +
        groups
          .map(
            ({ organisation, people: names }) =>
              (organisation === null ? '' : paragraphOf(looks.groupHeading, { text: organisation })) +
              names.map((name) => paragraphOf(looks.bullet, { text: name })).join(''),
          )
          .join(''),
    )
    .join('');

const itemXml = ({ heading, sections }: MinutesItemPart, looks: Looks): string =>
  paragraphOf(looks.itemHeading, { text: heading }) +
  sections.map((section) => labelXml(section, looks) + sectionXml(section, looks)).join('');

/** word/document.xml of a document of our own. */
export const documentXml = (document: MinutesDocument, looks: Looks): string =>
  `<w:document ${namespaces}><w:body>` +
  statusXml(document.status, looks) +
  paragraphOf(styled('Title'), { text: document.title }) +
  factsXml(document.facts) +
  peopleXml(document, looks) +
  document.front.map((part) => partContentXml(part, looks)).join('') +
  document.items.map((item) => itemXml(item, looks)).join('') +
  document.back.map((part) => partXml(part, looks)).join('') +
  `${section}</w:body></w:document>`;
