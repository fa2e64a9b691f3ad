import { useCallback, useMemo, useRef, useState } from 'react';
import type { PageItem, PagePresence, PageView } from '../../views/page/pageView.ts';
import { roleTexts } from '../../wording/page/roleTexts.ts';
import { AttendanceSection } from '../attendance/attendance.tsx';
import { useRoom } from '../room.ts';
import { itemElement, numberOf, type Rights, TAB_HINT, useDesk } from './deskContext.ts';
import { DeskHead } from './deskHead.tsx';
import { ItemArticle } from './itemArticle.tsx';
import { goToItem } from './moving.ts';
import { useInSight } from './near.ts';
import { Outline } from './outline.tsx';
import { proposalElement } from './proposal.tsx';
import { rightsOf } from './rights.ts';
import { Shortcuts } from './shortcuts.tsx';
import { useDeskKeys } from './useDeskKeys.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { usePresence } from './usePresence.ts';

const nobody: readonly PagePresence[] = [];

/** The items beside one another and one under another, and the way between them. */
export function DeskDocument({ view }: { readonly view: PageView }) {
  const desk = useDesk();
  const { texts, room, act, say, opened } = desk;
  const { presence, language } = useRoom();
  const { head, items } = view;
  const roles = roleTexts[language];
  const root = useRef<HTMLDivElement>(null);
  const [showKeys, setShowKeys] = useState(false);
  const rights = useRights(view);
  const { proposal } = head;
  const here = items.find(({ itemId }) => itemId === head.position?.itemId);

  const propose = useCallback(
    (itemId: string) => {
      const { head: present, items: all } = room().view;
      if (present.proposal) {
        document.getElementById(proposalElement(present.proposal.proposalId))?.focus();
        const at = all.find((item) => item.itemId === present.proposal?.itemId);
        if (at) say(texts.proposalElsewhere(numberOf(at)));
        return;
      }
      const proposalId = room().newId();
      opened.add(proposalId);
      void act({ ask: 'openProposal', itemId, proposalId, text: '' }, texts.notDecided);
    },
    [room, act, say, opened, texts],
  );
  useDeskKeys(root, { propose, rights, showKeys: () => setShowKeys(true) });
  usePresence(root);
  useKeptFocus(root);
  const others = useOthers(presence, head.me?.personId ?? null);

  return (
    <div className="desk" ref={root}>
      {here && (
        <a
          className="skip"
          href={`#${itemElement(here.itemId)}`}
          onClick={(event) => {
            event.preventDefault();
            goToItem(here.itemId);
          }}
        >
          {texts.skipTo(numberOf(here))}
        </a>
      )}
      <OutlinePlace items={items} view={view} leading={rights.leading} />
      <main className="deskPaper" aria-label={texts.documentLabel}>
        <DeskHead head={head} />
        <AttendanceSection />
        {head.status === 'planned' && <p className="deskNote">{texts.notStarted}</p>}
        {head.status === 'approved' && <p className="deskNote">{texts.approved}</p>}
        {head.me?.unclaimed.map((role) => (
          <p key={role} className="deskNote">
            {roles.named[role]}{' '}
            <button
              type="button"
              className="button small primary"
              onClick={() => void act({ ask: 'claimRole', role }, roles.claimed[role])}
            >
              {roles.claim[role]}
            </button>
          </p>
        ))}
        <p id={TAB_HINT} hidden>
          {texts.tabHint}
        </p>
        {items.map((item) => (
          <ItemArticle
            key={item.itemId}
            item={item}
            rights={rights}
            others={others.get(item.itemId) ?? nobody}
            proposal={proposal?.itemId === item.itemId ? proposal : null}
            mayPropose={rights.propose && proposal === null}
            propose={propose}
          />
        ))}
      </main>
      {here && <PositionBar here={here} />}
      <button type="button" className="button quiet keysButton" onClick={() => setShowKeys(true)}>
        {texts.keys}
      </button>
      {showKeys && <Shortcuts close={() => setShowKeys(false)} />}
    </div>
  );
}

/** The same object as long as they are the same rights. */
function useRights(view: PageView): Rights {
  const key = JSON.stringify(rightsOf(view.head));
  return useMemo(() => JSON.parse(key) as Rights, [key]);
}

/** Who else is at which item; the same lists as long as they are the same. */
function useOthers(
  presence: readonly PagePresence[],
  me: string | null,
): ReadonlyMap<string, readonly PagePresence[]> {
  const known = useRef(new Map<string, readonly PagePresence[]>());
  return useMemo(() => {
    const found = new Map<string, PagePresence[]>();
    for (const one of presence)
      if (one.itemId !== null && one.personId !== me)
        found.set(one.itemId, [...(found.get(one.itemId) ?? []), one]);
    const next = new Map<string, readonly PagePresence[]>();
    for (const [itemId, list] of found) {
      const before = known.current.get(itemId);
      next.set(itemId, before && JSON.stringify(before) === JSON.stringify(list) ? before : list);
    }
    known.current = next;
    return next;
  }, [presence, me]);
}

interface OutlinePlaceProps {
  readonly items: readonly PageItem[];
  readonly view: PageView;
  readonly leading: boolean;
}

/** Beside the document where there is room, else behind a button above it. */
function OutlinePlace({ items, view, leading }: OutlinePlaceProps) {
  const { texts } = useDesk();
  const [open, setOpen] = useState(false);
  return (
    <aside className={open ? 'aside open' : 'aside'} aria-label={texts.outline}>
      <button
        type="button"
        className="button outlineButton"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">☰ </span>
        {texts.outlineButton}
      </button>
      <Outline
        items={items}
        pending={view.head.pending}
        leading={leading}
        go={(itemId) => {
          setOpen(false);
          goToItem(itemId, 'heading');
        }}
      />
    </aside>
  );
}

/** *Mødet er ved punkt 5 – gå dertil*, as long as that item is not what is looked at. */
function PositionBar({ here }: { readonly here: PageItem }) {
  const { texts } = useDesk();
  if (useInSight(itemElement(here.itemId))) return null;
  return (
    <nav className="positionBar" aria-label={texts.whereMeetingIs}>
      {here.kind === 'break' ? texts.meetingAtBreak : texts.meetingAt(numberOf(here))}{' '}
      <button type="button" className="link" onClick={() => goToItem(here.itemId)}>
        {texts.goThere}
      </button>
    </nav>
  );
}
