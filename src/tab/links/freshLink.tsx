import { Button } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { PageLinkIssued } from '../../views/page/pageAnswers.ts';
import type { LinksTexts } from '../../wording/page/linksTexts.ts';

export type MadeLink = PageLinkIssued & { readonly name: string; readonly ofScreen: boolean };

/** A link that was just made: shown this once, with whom it is for. */
export function FreshLink({ texts, made }: { readonly texts: LinksTexts; readonly made: MadeLink }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(made.url);
      setCopied('yes');
    } catch {
      // Teams may forbid the clipboard: it is selected, and Ctrl+C copies it.
      setCopied('no');
    }
  };
  return (
    <section className="freshLink" aria-label={texts.readyFor(made.ofScreen ? texts.ofScreen : made.name)}>
      <h3>{texts.readyFor(made.ofScreen ? texts.ofScreen : made.name)}</h3>
      <p>
        {texts.once} {texts.oneDevice} {made.ofScreen ? '' : texts.actsAs(made.name)}
      </p>
      {made.code && (
        <>
          <p className="shortCode">{made.code}</p>
          <p>{texts.codeLead(`${location.host}/s/${made.code}`)}</p>
        </>
      )}
      <div className="copyLink">
        <label>
          <span>{texts.link}</span>
          <input ref={field} readOnly value={made.url} onFocus={({ target }) => target.select()} />
        </label>
        <Button icon={copied === 'yes' ? <CheckmarkRegular /> : <CopyRegular />} onClick={() => void copy()}>
          {copied === 'yes' ? texts.copied : texts.copy}
        </Button>
      </div>
      {copied === 'no' && <p>{texts.notCopied}</p>}
    </section>
  );
}
