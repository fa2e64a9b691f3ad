import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'htmlparser2';
import { EditorState, TextSelection } from 'prosemirror-state';
import { pasteLines } from '../../../src/tab/desk/editor/pasteCommand.ts';
import { textDocument, textOf } from '../../../src/tab/desk/editor/schema.ts';
import { linesOfHtml, linesOfPlainText, type PastedNode } from '../../../src/tab/desk/text/pastedLines.ts';
import { unstyled } from '../../../src/tab/desk/text/unstyled.ts';
import { writtenLines } from '../../../src/wording/typedLines.ts';

/** What a browser's parser gives, of the one that is installed. */
function asNode(node: unknown): PastedNode {
  const { type, name, data, children, attribs } = node as {
    type: string;
    name?: string;
    data?: string;
    children?: unknown[];
    attribs?: Record<string, string>;
  };
  return {
    nodeType: type === 'text' ? 3 : type === 'root' ? 11 : type === 'comment' || type === 'directive' ? 8 : 1,
    nodeName: (name ?? '').toUpperCase(),
    nodeValue: data ?? null,
    childNodes: (children ?? []).map(asNode),
    getAttribute: (attribute) => attribs?.[attribute] ?? null,
  };
}
const pasted = (html: string): string => writtenLines(linesOfHtml(asNode(parseDocument(unstyled(html)))));
const plain = (text: string): string => writtenLines(linesOfPlainText(text));

const mark = (sign: string) =>
  `<![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>`;

describe('what is pasted from Word', () => {
  it('comes with its paragraphs and bullets, each as deep as it was, and without anything else', () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style><title>Referat</title></head>
<body lang=DA><!--StartFragment-->
<p class=MsoNormal>Der blev peget p\u00e5 <b>f\u00f8lgende</b>
punkter:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${mark('·')}At det haster<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'>${mark('o')}Is\u00e6r i syd<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${mark('·')}At der er r\u00e5d<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Det var det.<o:p></o:p></p>
<!--EndFragment--></body></html>`;
    expect(pasted(html)).toBe(
      'Der blev peget p\u00e5 f\u00f8lgende punkter:\n- At det haster\n  - Is\u00e6r i syd\n- At der er r\u00e5d\n\nDet var det.',
    );
  });

  it('keeps the numbers of a numbered list, and what is under a number under it', () => {
    const entry = (level: number, sign: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l1 level${level} lfo2'>${mark(sign)}${text}<o:p></o:p></p>`;
    const html = `${entry(1, '1.', 'Først')}${entry(2, 'a)', 'Under')}${entry(1, '2.', 'Så')}`;
    expect(pasted(html)).toBe('1. Først\n- a) Under\n2. Så');
  });

  it('keeps each row of a table on a line, though every cell holds a paragraph', () => {
    const cell = (...texts: string[]) =>
      `<td>${texts.map((text) => `<p class=MsoNormal>${text}<o:p></o:p></p>`).join('\n')}</td>`;
    const html = `<table><tr>${cell('Kommune')}${cell('Antal')}</tr>\n<tr>${cell('Engholm', '(nord)')}${cell('12')}</tr></table><p>Efter.</p>`;
    expect(pasted(html)).toBe('Kommune\tAntal\nEngholm (nord)\t12\nEfter.');
  });

  it('reads a mail that is set into a table as a page, not as a row', () => {
    const html = `<table><tr><td>&nbsp;</td><td><p>Kære alle</p><p>Første.</p><p>Andet.</p><p>Hilsen</p></td></tr></table>`;
    expect(pasted(html)).toBe('Kære alle\nFørste.\nAndet.\nHilsen');
  });

  it('brings no looks along, which the page would not let in, and loses no words with them', () => {
    const html = `<style>p { color: red }</style><p class='a'style="color: red">Vi skriver style="x" og <b STYLE = b>fed</b>.</p>`;
    expect(unstyled(html)).not.toMatch(/<[^<>]*[\s"']style\s*=|<style/iu);
    expect(pasted(html)).toBe('Vi skriver style="x" og fed.');
  });

  it('leaves out what was deleted under tracked changes', () => {
    expect(pasted('<p>Vi <del>afslår</del><ins>godkender</ins> det.</p>')).toBe('Vi godkender det.');
  });

  it('comes from Word in a browser, where every entry is a list of its own', () => {
    const html = `<div class="ListContainerWrapper"><ul class="Bullet1"><li data-listid="1" aria-level="1" class="OutlineElement"><p class="Paragraph"><span>Et</span><span>&nbsp;</span></p></li></ul></div>
<div><ul><li aria-level="2"><p><span>Under et</span></p></li></ul></div><div class="OutlineElement"><p>Efter.</p></div>`;
    expect(pasted(html)).toBe('- Et\n  - Under et\nEfter.');
  });
});

describe('what is pasted from a web page', () => {
  it.each([
    ['<ul><li>A<ul><li>a</li></ul></li><li><p>B</p></li></ul>', '- A\n  - a\n- B'],
    ['<ul><li>A</li><ul><li>a</li></ul></ul>', '- A\n  - a'],
    ['<ol start="3"><li>Tre</li><li>Fire</li></ol>', '3. Tre\n4. Fire'],
    ['En linje<br>og en til', 'En linje\nog en til'],
    ['<div>A</div><div><br></div><div>B</div>', 'A\n\nB'],
    ['<h2>Titel</h2>tekst<p>afsnit</p>', 'Titel\ntekst\nafsnit'],
    ['<table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>', 'A\tB\nC\tD'],
    ['<span>A </span><span> B</span>', 'A B'],
    ['<p data-level="2">A</p><p>- B</p>', '  - A\n- B'],
    ['<script>alert(1)</script><img src=x>ord', 'ord'],
    ['<p>•&nbsp;A</p>', '- A'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(pasted(html)).toBe(text);
  });

  it.each([
    ['•\tA\no\ta\n•\tB', '- A\n  - a\n- B'],
    ['A\r\n\r\n\r\nB\r\n', 'A\n\nB'],
    ['- A\n    - a', '- A\n    - a'],
    ['* A\n– B', '- A\n- B'],
    ['1. A', '1. A'],
    ['-5 grader', '-5 grader'],
  ])('%j as plain text', (text, lines) => {
    expect(plain(text)).toBe(lines);
  });
});

describe('where it is pasted', () => {
  const into = (text: string, at: number, lines: string): string => {
    const state = EditorState.create({ doc: textDocument(text) });
    const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
    const next = placed.apply(pasteLines(placed, linesOfPlainText(lines)));
    return textOf(next.apply(next.tr.insertText('|')).doc);
  };
  it.each([
    ['in the middle of a line', 'Vi planen', 4, 'drøftede ', 'Vi drøftede|planen'],
    ['several lines in the middle of one', 'AB', 2, '1\n2', 'A1\n2|B'],
    ['bullets in an empty line', '', 1, '- 1\n- 2', '- 1\n- 2|'],
    ['bullets behind text', 'A', 2, '- 1\n- 2', 'A\n- 1\n- 2|'],
    ['a line in an empty bullet', '- ', 1, '1', '- 1|'],
  ])('%s', (_, text, at, lines, result) => {
    expect(into(text, at, lines)).toBe(result);
  });
});
