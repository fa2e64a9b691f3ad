import { strToU8, zipSync } from 'fflate';
import type { MinutesDocument } from '../../../views/minutesDocument.ts';
import { minutesTexts } from '../../../wording/minutesTexts.ts';
import { lettersOf, paragraphAround } from '../paragraph.ts';
import { noProperties } from '../properties.ts';
import { escaped } from '../runs.ts';
import { documentXml } from './documentXml.ts';
import { NumberedLists, numberingXml } from './numbering.ts';
import { builtInLooks, languageTag, styled, stylesXml } from './styles.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Zip knows no time before; the same minutes are to give the same bytes. */
const noTime = new Date(1980, 0, 1);

const typesXml =
  `<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  (
    [
      ['/word/document.xml', `${wordType}.document.main+xml`],
      ['/word/styles.xml', `${wordType}.styles+xml`],
      ['/word/numbering.xml', `${wordType}.numbering+xml`],
      ['/word/settings.xml', `${wordType}.settings+xml`],
      ['/word/footer1.xml', `${wordType}.footer+xml`],
      ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
      ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
      ['/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
    ] as const
  )
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
    .join('') +
  '</Types>';

const relationsXml = (list: readonly (readonly [string, string, string])[]): string =>
  `<Relationships xmlns="${relations}">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** docProps/core.xml: what Word and a case system show of a file. */
function coreXml({ metadata, language, status }: MinutesDocument): string {
  const fields: [string, string][] = [
    ['dc:title', metadata.title],
    ['dc:subject', metadata.forum],
    ['dc:creator', 'Punkt'],
    ['cp:category', metadata.documentType],
    ['cp:contentStatus', status],
    ['dc:language', languageTag(language)],
  ];
  return (
    `<cp:coreProperties xmlns:cp="${packageTypes}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `${fields.flatMap(([name, value]) => (value ? [`<${name}>${escaped(value)}</${name}>`] : [])).join('')}</cp:coreProperties>`
  );
}

/** docProps/custom.xml, for case systems; names are for programs and the same in every language. */
function customXml({ metadata, edition }: MinutesDocument): string {
  const fields: [string, string][] = [
    ['CaseNumber', metadata.caseNumber],
    ['Forum', metadata.forum],
    ['MeetingDate', metadata.date],
    ['DocumentType', metadata.documentType],
    ['Confidentiality', metadata.confidentiality],
    ['Edition', edition],
  ];
  return (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ' +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    fields
      .filter(([, value]) => value !== '')
      .map(
        ([name, value], at) =>
          `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${name}">` +
          `<vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
      )
      .join('') +
    '</Properties>'
  );
}

/** "Side 1 af 3" with fields where the numbers stand. */
function footerXml({ title, language }: MinutesDocument): string {
  const field = (code: string): string =>
    `<w:fldSimple w:instr="${code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const pages = minutesTexts[language]
    .page(1, 2)
    .split(/([12])/u)
    .map((piece) =>
      piece === '1' ? field('PAGE') : piece === '2' ? field('NUMPAGES') : lettersOf(piece, noProperties),
    )
    .join('');
  const runs = `${lettersOf(`${title}\t`, noProperties)}${pages}`;
  return `<w:ftr xmlns:w="${main}">${paragraphAround(styled('Footer'), runs)}</w:ftr>`;
}

/** The minutes as a Word document of our own; the same minutes give the same bytes. */
export function builtInDocx(document: MinutesDocument): Uint8Array {
  const lists = new NumberedLists();
  const body = documentXml(document, builtInLooks(lists));
  const parts: [string, string][] = [
    ['[Content_Types].xml', typesXml],
    [
      '_rels/.rels',
      relationsXml([
        ['rId1', `${office}/officeDocument`, 'word/document.xml'],
        ['rId2', `${packageTypes}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        ['rId3', `${office}/extended-properties`, 'docProps/app.xml'],
        ['rId4', `${office}/custom-properties`, 'docProps/custom.xml'],
      ]),
    ],
    ['docProps/core.xml', coreXml(document)],
    [
      'docProps/app.xml',
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Punkt</Application></Properties>',
    ],
    ['docProps/custom.xml', customXml(document)],
    ['word/document.xml', body],
    ['word/styles.xml', stylesXml(document.language)],
    ['word/numbering.xml', numberingXml(lists)],
    [
      'word/settings.xml',
      `<w:settings xmlns:w="${main}"><w:defaultTabStop w:val="1134"/><w:characterSpacingControl w:val="doNotCompress"/>` +
        `<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
        `<w:themeFontLang w:val="${languageTag(document.language)}"/></w:settings>`,
    ],
    ['word/footer1.xml', footerXml(document)],
    [
      'word/_rels/document.xml.rels',
      relationsXml([
        ['rIdStyles', `${office}/styles`, 'styles.xml'],
        ['rIdNumbering', `${office}/numbering`, 'numbering.xml'],
        ['rIdSettings', `${office}/settings`, 'settings.xml'],
        ['rIdFooter', `${office}/footer`, 'footer1.xml'],
      ]),
    ],
  ];
  return zipSync(Object.fromEntries(parts.map(([name, xml]) => [name, strToU8(declaration + xml)])), {
    mtime: noTime,
  });
}
