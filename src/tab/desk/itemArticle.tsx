import { memo, type ReactNode } from 'react';
import type { SectionKind } from '../../meeting/agenda.ts';
import type { PageItem, PagePresence, PageProposal } from '../../views/page/pageView.ts';
import { writeTimeRange } from '../../wording/dates.ts';
import { Decisions } from './decisions.tsx';
import { itemElement, type Rights, useDesk } from './deskContext.ts';
import { Discussion, Lines } from './discussion.tsx';
import { Notes } from './notes.tsx';
import { Points } from './points.tsx';
import { Proposal } from './proposal.tsx';

interface ItemProps {
  readonly item: PageItem;
  readonly rights: Rights;
  /** Others who are at this item. */
  readonly others: readonly PagePresence[];
  /** The open proposal, where it is at this item. */
  readonly proposal: PageProposal | null;
  /** A proposal can be opened here. */
  readonly mayPropose: boolean;
  propose(itemId: string): void;
}

/** One item as it stands in the minutes. Drawn again only when something of it is different. */
export const ItemArticle = memo(function ItemArticle(props: ItemProps) {
  const { item, rights, others, proposal, mayPropose, propose } = props;
  const { texts } = useDesk();
  const { itemId } = item;
  return (
    <article
      id={itemElement(itemId)}
      data-item={itemId}
      className={`item ${item.kind} ${item.progress}`}
      aria-labelledby={`${itemElement(itemId)}-title`}
    >
      <Heading item={item} />
      {others.length > 0 && (
        <ul className="presence">
          {others.map(({ personId, name, writing }) => (
            <li key={personId} className={writing ? 'writing' : ''}>
              {writing ? texts.writing(name) : texts.looking(name)}
            </li>
          ))}
        </ul>
      )}
      {item.hidden ? (
        <p className="hiddenItem">{texts.closedHere}</p>
      ) : (
        item.kind === 'item' && (
          <>
            {item.sections.map(({ kind, label }) => (
              <Section
                key={kind}
                kind={kind}
                label={label}
                item={item}
                rights={rights}
                propose={mayPropose && !proposal ? propose : null}
              />
            ))}
            {proposal && <Proposal item={item} proposal={proposal} leading={rights.leading} />}
            {item.addenda.length > 0 && (
              <section className="section addenda">
                <h3>{texts.addedAfter}</h3>
                {item.addenda.map(({ addendumId, text, by }) => (
                  <p key={addendumId}>
                    {text} <small>{by}</small>
                  </p>
                ))}
              </section>
            )}
          </>
        )
      )}
    </article>
  );
});

function Heading({ item }: { readonly item: PageItem }) {
  const { texts, language } = useDesk();
  const time = item.start ? writeTimeRange(item.start, item.end, language) : '';
  const minutes = !time && item.durationMinutes ? texts.minutes(item.durationMinutes) : '';
  const presenters = item.presenters.map(({ name }) => name).join(', ');
  const facts = [
    time || minutes,
    presenters && texts.presentedBy(presenters),
    item.closed && !item.hidden ? texts.closedItem : '',
    item.postponed ?? '',
  ].filter((fact) => fact !== '');
  return (
    <header className="itemHead">
      <h2 id={`${itemElement(item.itemId)}-title`} tabIndex={-1}>
        {item.number !== null && <span className="itemNumber">{item.number}. </span>}
        {item.title}
      </h2>
      <p className="itemFacts">
        {item.progress === 'now' && <span className="nowMark">{texts.progress.now}</span>}
        {facts.length > 0 && <span>{facts.join(' · ')}</span>}
      </p>
    </header>
  );
}

interface SectionProps {
  readonly kind: SectionKind;
  readonly label: string;
  readonly item: PageItem;
  readonly rights: Rights;
  /** Null: no proposal can be opened here now. */
  readonly propose: ((itemId: string) => void) | null;
}

/** A section in the order and under the label of the minutes; those that hold nothing and never will are left out. */
function Section({ kind, label, item, rights, propose }: SectionProps) {
  const content = contentOf(kind, item, rights, propose);
  if (content === null) return null;
  if (kind === 'description')
    return (
      <details className="section section-description">
        <summary>
          <h3>{label}</h3>
        </summary>
        {content}
      </details>
    );
  return (
    <section className={`section section-${kind}`}>
      <h3>{label}</h3>
      {content}
    </section>
  );
}

function contentOf(
  kind: SectionKind,
  item: PageItem,
  rights: Rights,
  propose: SectionProps['propose'],
): ReactNode {
  switch (kind) {
    case 'recommendation':
      return item.points.length === 0 ? null : <Points item={item} answers={rights.answer} />;
    case 'description':
      return item.description ? (
        <div className="typed">
          <Lines text={item.description} />
        </div>
      ) : null;
    case 'attachments':
      return item.attachments.length === 0 ? null : (
        <ul className="attachmentList">
          {item.attachments.map((attachment) => (
            <li key={attachment}>{attachment}</li>
          ))}
        </ul>
      );
    case 'discussion':
      return item.discussion === null && item.notes.length === 0 && !rights.note ? null : (
        <>
          <Discussion item={item} rights={rights} />
          <Notes item={item} rights={rights} />
        </>
      );
    case 'decisions':
      return item.decisions.length === 0 && !rights.decide ? null : (
        <Decisions item={item} rights={rights} propose={propose} />
      );
  }
}
