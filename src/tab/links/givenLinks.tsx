import { Badge, Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { PageLink } from '../../views/page/pageView.ts';
import { writeInstant } from '../../wording/dates.ts';
import { linksTexts } from '../../wording/page/linksTexts.ts';
import { useRoom } from '../room.ts';
import { useAsking } from '../useAsking.ts';

/** The links that open this meeting, and taking them back. */
export function GivenLinks() {
  const { view, language } = useRoom();
  const texts = linksTexts[language];
  const asking = useAsking();
  const [sure, setSure] = useState<string | null>(null);
  const { links } = view.head;
  return (
    <section aria-label={texts.given}>
      <h3>{texts.given}</h3>
      {asking.refused && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{asking.refused}</MessageBarBody>
        </MessageBar>
      )}
      {links.length === 0 ? (
        <p className="quiet">{texts.none}</p>
      ) : (
        <ul className="givenLinks">
          {links.map((link) => (
            <li key={link.linkId}>
              <Given
                link={link}
                sure={sure === link.linkId}
                ask={(on) => setSure(on ? link.linkId : null)}
                revoke={() => {
                  setSure(null);
                  void asking.ask({ ask: 'revokeLink', linkId: link.linkId });
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface GivenProps {
  readonly link: PageLink;
  readonly sure: boolean;
  readonly ask: (on: boolean) => void;
  readonly revoke: () => void;
}

function Given({ link, sure, ask, revoke }: GivenProps) {
  const { language } = useRoom();
  const texts = linksTexts[language];
  const screen = link.personId === null;
  const name = screen ? texts.ofScreen : link.name;
  return (
    <>
      <div className="givenLink">
        <span>
          <strong>{screen ? texts.screen : link.name}</strong>
          <span className="quiet">{texts.issued(link.issuedBy, writeInstant(link.at, language))}</span>
        </span>
        <Badge appearance="tint" color={link.taken ? 'success' : 'informative'}>
          {link.taken ? texts.taken : texts.untaken}
        </Badge>
        {!sure && (
          <Button size="small" aria-label={texts.revokeOf(name)} onClick={() => ask(true)}>
            {texts.revoke}
          </Button>
        )}
      </div>
      {sure && (
        <div className="givenLink">
          <span>{texts.revokeSure(name)}</span>
          <Button size="small" appearance="primary" autoFocus onClick={revoke}>
            {texts.revokeNow}
          </Button>
          <Button size="small" onClick={() => ask(false)}>
            {texts.keep}
          </Button>
        </div>
      )}
    </>
  );
}
