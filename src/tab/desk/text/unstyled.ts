/**
 * Markup without looks of its own: the page's content security policy forbids them, and would say so in the console
 * for each. What a `style` says stays to be read, as `data-style`.
 */
export const unstyled = (html: string): string =>
  html
    .replace(/<style\b.*?<\/style\s*>/gisu, '')
    .replace(/<[a-z][^<>]*>/giu, (tag) => tag.replace(/([\s"'])style\s*=/giu, '$1 data-style='));
