import { afterTexts } from '../wording/afterTexts.ts';
import { buttonTexts } from '../wording/buttonTexts.ts';
import type { Language } from '../wording/outcome.ts';
import type { CardView } from './cardView.ts';
import { textCard } from './textCard.ts';

/** A person's own link to the page, or why there is none. `from`: the card that it goes back to; empty: none. */
export function browserCard(
  { language, notice }: { readonly language: Language; readonly notice: string | null },
  meetingId: string,
  link: { readonly url: string } | { readonly sentence: string },
  from: { readonly i?: string | undefined; readonly a?: string | undefined },
): CardView {
  const t = afterTexts[language];
  const { back, openInBrowser } = buttonTexts[language];
  const { i, a } = from;
  const data = { verb: 'back', m: meetingId, t: '0', ...(i ? { i } : {}), ...(a ? { a } : {}) };
  const buttons =
    i || a ? [{ title: back.title, tooltip: back.tip, verb: 'back', style: 'default' as const, data }] : [];
  if ('sentence' in link) return textCard({ language, notice }, { heading: link.sentence, buttons });
  return {
    template: 'download',
    summary: t.browserHeading,
    model: {
      language,
      fallbackText: t.browserHeading,
      heading: t.browserHeading,
      name: t.browserOwn,
      text: t.browserExplained,
      open: { title: openInBrowser.title, url: link.url },
      buttonRows: buttons.length > 0 ? [{ actions: buttons }] : [],
    },
  };
}
