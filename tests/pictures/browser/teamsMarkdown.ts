const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What a backslash stands before is kept apart, so that it means nothing: as private characters. */
const PRIVATE = 0xe000;
const hide = (text: string): string =>
  text.replace(/\\([\\[\]*_`.)#>+-])/gu, (_, sign: string) =>
    String.fromCharCode(PRIVATE + sign.charCodeAt(0)),
  );
const unhide = (html: string): string =>
  html.replace(/[\ue000-\ue0ff]/gu, (sign) => escapeHtml(String.fromCharCode(sign.charCodeAt(0) - PRIVATE)));

/**
 * The Markdown that Teams knows in a TextBlock (platform.md 1): bold, italic, links, lists. Enough to see what a text
 * that was not escaped would do.
 */
export function teamsMarkdown(text: string): string {
  const inline = (line: string): string =>
    escapeHtml(line)
      .replace(/\*\*(.+?)\*\*/gu, '<strong>$1</strong>')
      .replace(/(?<![\p{L}\p{N}])_(.+?)_(?![\p{L}\p{N}])/gu, '<em>$1</em>')
      .replace(/\*(.+?)\*/gu, '<em>$1</em>')
      .replace(/\[([^\]]+)\]\(([^)\s]+)\)/gu, '<a href="$2">$1</a>');
  const line = hide(text);
  const numbered = /^(\d+)[.)]\s+(.*)$/su.exec(line);
  const bullet = /^[-+*]\s+(.*)$/su.exec(line);
  const html = numbered
    ? `<ol start="${numbered[1]}"><li>${inline(numbered[2] ?? '')}</li></ol>`
    : bullet
      ? `<ul><li>${inline(bullet[1] ?? '')}</li></ul>`
      : `<p>${inline(line)}</p>`;
  return unhide(html);
}
