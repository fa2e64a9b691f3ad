import { Badge } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import type { PageItem } from '../../views/page/pageView.ts';
import { writeTimeRange } from '../../wording/dates.ts';
import { beforeTexts } from '../../wording/page/beforeTexts.ts';
import { correctionTexts } from '../../wording/page/correctionTexts.ts';
import { useRoom } from '../room.ts';
import { TypedText } from '../typedText.tsx';

/** The agenda for reading. */
export function AgendaReading() {
  const { view, language } = useRoom();
  return (
    <section className="reading" aria-label={beforeTexts[language].agenda}>
      {view.items.map((item) => (
        <Item key={item.itemId} item={item} />
      ))}
    </section>
  );
}

function Item({ item }: { readonly item: PageItem }) {
  const { language } = useRoom();
  const texts = correctionTexts[language];
  const facts = [
    item.start ? writeTimeRange(item.start, item.end, language) : '',
    item.presenters.map(({ name }) => name).join(', '),
  ].filter((fact) => fact !== '');
  return (
    <article>
      <h2>{item.number === null ? item.title : `${item.number}. ${item.title}`}</h2>
      {item.closed && !item.hidden && (
        <Badge appearance="tint" color="warning" icon={<LockClosedRegular />}>
          {beforeTexts[language].closed}
        </Badge>
      )}
      {facts.length > 0 && <p className="quiet">{facts.join(' · ')}</p>}
      {item.points.length > 0 && (
        <>
          <h3>{texts.points}</h3>
          <ul>
            {item.points.map(({ pointId, text }) => (
              <li key={pointId}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {item.description && (
        <details>
          <summary>{texts.description}</summary>
          <TypedText text={item.description} />
        </details>
      )}
      {item.attachments.length > 0 && (
        <>
          <h3>{texts.attachments}</h3>
          <ul>
            {item.attachments.map((attachment) => (
              <li key={attachment}>{attachment}</li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
