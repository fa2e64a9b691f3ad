import { setImmediate } from 'node:timers/promises';
import type { MinutesDocument } from '../../views/minutesDocument.ts';
import { minutesTexts } from '../../wording/minutesTexts.ts';
import type { Block } from './blocks.ts';
import { drawPages, type Footer } from './drawPages.ts';
import { FontRuns } from './fontRuns.ts';
import { galley } from './galley.ts';
import { paginate, type SetBlock } from './pages.ts';
import { escapeXmp, propertiesOf } from './properties.ts';
import { TextSetter } from './setText.ts';
import { paper, textStyles, textWidth } from './textStyles.ts';
import { typefaces } from './typefaces.ts';

export interface MinutesPdf {
  readonly bytes: Uint8Array;
  /** What no font has, each once as typed; the text shows a sign such as "⟦U+1F44D⟧" in its place. */
  readonly missing: readonly string[];
}

/** What pdfkit's types do not know yet. */
const pdfUa = 'PDF/UA' as PDFKit.Mixins.PDFSubsets;
/** Milliseconds of work after which others in the process have their turn: 200 items take more than a second. */
const turn = 25;

/**
 * The minutes as a tagged PDF (PDF 1.7, PDF/UA-1, ISO 14289-1): real headings, lists and a table, language, title,
 * contents beside the pages, fonts embedded. The same minutes give the same bytes.
 */
export async function writePdf(minutes: MinutesDocument): Promise<MinutesPdf> {
  // one after the other: loaded at once, what they share is not found under jest
  const { default: PDFDocument } = await import('pdfkit');
  const { default: LineBreaker } = await import('linebreak');
  const faces = await typefaces();
  const document = new PDFDocument({
    pdfVersion: '1.7',
    subset: pdfUa,
    tagged: true,
    lang: minutes.language === 'da' ? 'da-DK' : 'en-GB',
    displayTitle: true,
    info: propertiesOf(minutes),
    size: [paper.width, paper.height],
    margin: 0,
    autoFirstPage: false,
    // none of the fonts that every viewer has in its own shape
    font: '',
  });
  escapeXmp(document);
  for (const { name, file } of [...faces.regular, ...faces.semibold]) document.registerFont(name, file);
  const bytes = collect(document);

  const rest = turns();
  const runs = new FontRuns(faces);
  const setter = new TextSetter(runs, LineBreaker, ({ face, text }) =>
    document.font(face.name, face.scale).widthOfString(text),
  );
  const blocks: SetBlock[] = [];
  for (const block of galley(minutes, (label) => setter.width(label, textStyles.label))) {
    blocks.push(setBlock(block, setter));
    await rest();
  }
  const pages = paginate(blocks, paper.height - paper.top - paper.bottom);
  const footerOf = footers(minutes, setter, pages.length);
  await drawPages(document, pages, footerOf, textStyles.running, rest);
  document.end();
  return { bytes: await bytes, missing: [...runs.missing] };
}

async function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turn) return;
    await setImmediate();
    since = performance.now();
  };
}

function setBlock(block: Block, setter: TextSetter): SetBlock {
  const cells = block.cells.map((cell) => ({ cell, lines: setter.lines(cell.text, cell.style, cell.width) }));
  return { block, cells, leading: Math.max(...block.cells.map(({ style }) => style.leading)) };
}

/** What must be known of every sheet, should it be alone: that it is a draft, of what, and which page of how many. */
function footers(minutes: MinutesDocument, setter: TextSetter, pages: number): (page: number) => Footer {
  const style = textStyles.running;
  const lineOf = (text: string, width: number) => setter.lines(text, style, width);
  return (page) => {
    const number = minutesTexts[minutes.language].page(page, pages);
    const rightWidth = setter.width(number, style);
    const room = textWidth - rightWidth - 24;
    const said = `${minutes.status} · ${minutes.title}`.replace(/\s+/gu, ' ');
    const whole = lineOf(said, room);
    const left = whole.length > 1 ? shortened(whole, setter, room) : (whole[0] ?? []);
    return { left, right: lineOf(number, textWidth)[0] ?? [], rightWidth };
  };
}

/** The first of several lines, and a sign that it goes on. */
function shortened(lines: ReturnType<TextSetter['lines']>, setter: TextSetter, room: number) {
  const first = (lines[0] ?? []).map(({ text }) => text).join('');
  const style = textStyles.running;
  return setter.lines(`${first} …`, style, room + setter.width(' …', style))[0] ?? [];
}
