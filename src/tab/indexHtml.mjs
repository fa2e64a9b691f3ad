const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The page's only HTML file. The server puts a fresh nonce in the place of `__NONCE__` in each answer: the page hands it
 * to the styles that Fluent UI makes while it runs.
 */
export function indexHtml({ script, style, preloads, noScript }) {
  const lines = [
    '<!doctype html>',
    '<html lang="da">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    '<meta name="referrer" content="no-referrer">',
    '<title>Punkt</title>',
    '<link rel="icon" href="data:,">',
    ...preloads.map((path) => `<link rel="modulepreload" href="${path}">`),
    ...(style ? [`<link rel="stylesheet" href="${style}">`] : []),
    `<script type="module" src="${script}" nonce="__NONCE__"></script>`,
    '</head>',
    '<body>',
    `<noscript>${escaped(noScript)}</noscript>`,
    '<div id="punkt"></div>',
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}
