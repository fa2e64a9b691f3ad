/** Elements that never hold a page's own text. */
const never =
  /^(?:script|style|noscript|template|head|nav|aside|form|button|select|option|input|textarea|label|svg|math|canvas|iframe|object|video|audio|dialog|menu|map)$/u;
/** Elements that belong to the site, unless they stand inside the page's main content. */
const ofSite = /^(?:header|footer)$/u;
const roles =
  /^(?:navigation|banner|contentinfo|search|complementary|dialog|alertdialog|menu|menubar|toolbar|tablist|alert)$/u;
const names =
  /(?:^|[\s_-])(?:cookies?|cookiebanner|consent|gdpr|breadcrumbs?|skip-?(?:link|to-content)?|share|sharing|social|navbar|navigation|nav|menu|mega-?menu|sidebar|pagination|pager|site-?(?:header|footer)|page-?footer|footer|print-?button|toolbar|visually-hidden|sr-only|chatbot|newsletter)(?:$|[\s_-])/iu;
const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;
/** A class of these may say something of the whole page ("menu-open"). */
const wholePage = /^(?:html|body|main|article|section)$/u;

/** Whether an element and all in it is navigation, a banner, hidden, or for the machine. */
export function isSkipped(
  name: string,
  attributes: Readonly<Record<string, string>>,
  inMain: boolean,
): boolean {
  // ASP.NET sites wrap the whole page in a form
  if (never.test(name))
    return !(
      name === 'form' &&
      !/search|s[øo]g|login/iu.test(`${attributes.id} ${attributes.class} ${attributes.role}`)
    );
  if (ofSite.test(name) && !inMain) return true;
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true') return true;
  if (hiddenStyle.test(attributes.style ?? '')) return true;
  if (roles.test(attributes.role ?? '')) return true;
  return !wholePage.test(name) && names.test(`${attributes.class ?? ''} ${attributes.id ?? ''}`);
}

export const isMain = (name: string, attributes: Readonly<Record<string, string>>): boolean =>
  name === 'main' || name === 'article' || attributes.role === 'main' || attributes.id === 'main-content';
