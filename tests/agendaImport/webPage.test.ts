import { describe, expect, it } from '@jest/globals';
import { readHtml } from '../../src/agendaImport/html/htmlReader.ts';
import { readSource } from '../../src/agendaImport/readSource.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const linesOf = (body: string) => readHtml(utf8(`<!DOCTYPE html><html><body>${body}</body></html>`));
const textsOf = (body: string) => linesOf(body).map((line) => line.text);

describe('the lines of a web page', () => {
  it('are those of its main content, without what belongs to the site', () => {
    const texts = textsOf(
      '<nav>Menu</nav><div class="cookie-banner">Cookies</div><header>Top</header><ol class="breadcrumb"><li>Sti</li></ol>' +
        '<div role="search">Søg</div><aside>Nyt</aside><main><h1>Møde</h1><header>Indledning</header><p>Tekst</p>' +
        '<div class="social share">Del</div><p hidden>skjult</p><p style="display: none">væk</p><script>x</script></main><footer>Bund</footer>',
    );
    expect(texts).toEqual(['Møde', 'Indledning', 'Tekst']);
  });

  it('leave out the head and foot of a site that marks no main content', () => {
    expect(textsOf('<header>Top</header><p>1. Punkt</p><footer>Bund</footer>')).toEqual(['1. Punkt']);
  });

  it('are all of the page where its main content is next to nothing', () => {
    expect(textsOf('<main>Top</main><div><p>1. Et langt punkt om noget</p></div>')).toEqual([
      'Top',
      '1. Et langt punkt om noget',
    ]);
  });

  it('stay on a page that is one form, or whose body tells of a menu', () => {
    expect(
      readHtml(
        utf8('<html><body class="menu-open"><form id="aspnetForm"><p>Punkt</p></form></body></html>'),
      ).map((line) => line.text),
    ).toEqual(['Punkt']);
    expect(textsOf('<form class="search-form">Søg</form><p>Punkt</p>')).toEqual(['Punkt']);
  });

  it('carry the numbers and bullets that a browser draws', () => {
    const texts = textsOf(
      '<ol start="4"><li>A<li value="9">B<li>C<ul><li>D</ul></ol><ol type="a"><li>E</ol><ol reversed start="3"><li>F<li>G</ol><ul style="list-style:none"><li>H</ul>',
    );
    expect(texts).toEqual(['4. A', '9. B', '10. C', 'o D', 'a. E', '3. F', '2. G', 'H']);
  });

  it('break at blocks and line breaks, and nowhere else', () => {
    const lines = linesOf(
      '<p>Sted:\n  <b>Rådhuset</b>, lokale&nbsp;3<br>Tid: kl.&nbsp;9</p><div>Navn<span>e</span></div><pre>a\nb</pre>',
    );
    expect(lines.map((line) => line.text.replaceAll('\u00a0', ' '))).toEqual([
      'Sted: Rådhuset, lokale 3',
      'Tid: kl. 9',
      'Navne',
      'a',
      'b',
    ]);
    expect(lines.map((line) => line.evidence?.paragraph)).toEqual([true, false, true, true, false]);
  });

  it('tell headings, bold, cells, links and the nearest id', () => {
    const lines = linesOf(
      '<h2 id="p4">4. Budget</h2><p><strong>Indstilling</strong></p><table><tr><th>Nr.</th><th>Emne</th></tr><tr><td>1</td><td><a href="/x.pdf">Bilag</a></td></tr></table>',
    );
    expect(lines[0]).toMatchObject({
      anchor: { line: 1, elementId: 'p4' },
      evidence: { heading: 2, bold: true },
    });
    expect(lines[1]).toMatchObject({ anchor: { elementId: 'p4' }, evidence: { bold: true } });
    expect(lines.slice(2).map((line) => line.evidence?.cell)).toEqual([
      { table: 0, row: 0, column: 0, columns: 2 },
      { table: 0, row: 0, column: 1, columns: 2 },
      { table: 0, row: 1, column: 0, columns: 2 },
      { table: 0, row: 1, column: 1, columns: 2 },
    ]);
    expect(lines.at(-1)?.evidence?.links).toEqual(['/x.pdf']);
  });

  const page = (charset: string) =>
    `<html><head><meta charset="${charset}"></head><body><p>1. Møde på Ærø – nu</p></body></html>`;
  const encodings: [string, Uint8Array][] = [
    ['UTF-8', utf8(page('utf-8'))],
    ['UTF-8 with a byte order mark and a wrong label', utf8(`\ufeff${page('iso-8859-1')}`)],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${page('utf-16')}`, 'utf16le')],
    ['Windows-1252 called Latin-1', Buffer.from(page('iso-8859-1').replace('–', '\u0096'), 'latin1')],
    ['Windows-1252 without a label', Buffer.from(page('utf-8').replace('–', '\u0096'), 'latin1')],
  ];
  for (const [name, bytes] of encodings) {
    it(`keep æ, ø, å and the dash in ${name}`, async () => {
      expect(readHtml(bytes).map((line) => line.text)).toEqual(['1. Møde på Ærø – nu']);
      expect(await readSource(bytes, 'side.html')).toMatchObject({ ok: true });
    });
  }
});

describe('an item that is an entry of a list', () => {
  it('has the entries of the list within it as its points', async () => {
    const page =
      '<main><h1>Dagsorden</h1><ol><li><b>Dagsorden</b><p>Indstilling: At rådet godkender dagsordenen.</p></li>' +
      '<li><b>Lokalplan 214</b><p>Indstilling:</p><p>Udvalget indstiller,</p><ul><li>at planen vedtages</li><li>at indsigelsen imødekommes</li></ul></li></ol></main>';
    const read = await readSource(utf8(page), 'dagsorden.html');
    expect(read.ok && read.agenda.items.map(({ recommendations }) => recommendations)).toEqual([
      ['At rådet godkender dagsordenen.'],
      ['at planen vedtages', 'at indsigelsen imødekommes'],
    ]);
  });
});
