import { namedForRole } from '../meeting/decideRole.ts';
import type { GrantableRole } from '../meeting/events.ts';
import { holders, rolesOf } from '../meeting/roles.ts';
import { hasBegun, hasEnded, type Meeting } from '../meeting/state.ts';
import { localClock, writeClock } from '../wording/dates.ts';
import { refusalSentence } from '../wording/refusals.ts';
import {
  type Button,
  buttonMaker,
  buttonsOf,
  type CardView,
  cut,
  formsOf,
  noticeOf,
  rows,
  type Sight,
  textsOf,
} from './cardView.ts';
import { nameOf } from './draftOf.ts';
import { choiceField, formCard } from './formCard.ts';
import { textCard } from './textCard.ts';

/** The first card of a meeting: who leads, who writes, what is kept. */
export function readyCard(sight: Sight): CardView {
  const { meeting } = sight;
  const t = textsOf(sight);
  const count = meeting.agenda.items.filter((item) => item.kind === 'item').length;
  const begun = hasBegun(meeting) ? meeting : null;
  const announced = [
    ...held(sight).map(({ name, role }) => t.isNow(name, t.roles[role])),
    ...takenBack(sight).map(({ name, role }) => t.isNoLonger(name, t.roles[role])),
  ].slice(0, ANNOUNCED);
  return {
    template: 'ready',
    summary: t.ready(count),
    model: {
      language: sight.language,
      fallbackText: t.ready(count),
      ...noticeOf(sight),
      status: !begun
        ? t.ready(count)
        : begun.startedAt === null
          ? t.registeredAfterwards
          : t.started(writeClock(localClock(begun.startedAt), sight.language)),
      title: cut(meeting.agenda.title ?? meeting.agenda.forum ?? t.agenda, 200),
      hasText: !saysWhoLeads(sight),
      text: whoLeads(sight),
      hasRoles: announced.length > 0,
      roles: announced.join(' '),
      privacy: t.privacy,
      buttonRows: readyButtons(sight).flatMap((group) => rows(group)),
    },
  };
}

/** The names that hold the roles, else those that the agenda gives. */
function whoLeads(sight: Sight): string {
  const { meeting } = sight;
  const t = textsOf(sight);
  const names = (role: GrantableRole, named: readonly string[]): string | null => {
    const held = holders(meeting, role);
    const list = (held.length > 0 ? held : named).map((id) => nameOf(sight.people, id, sight.language));
    return list.length > 0 ? cut(t.list(list), 200) : null;
  };
  return t.whoLeads(
    names('chair', meeting.agenda.chairs.slice(0, 1)),
    names('minuteTaker', meeting.agenda.minuteTakers),
  );
}

/** Who leads and who writes is announced one by one: to say it twice would be noise. */
function saysWhoLeads(sight: Sight): boolean {
  const announced = held(sight).slice(0, ANNOUNCED);
  return (['chair', 'minuteTaker'] as const).every((role) => {
    const persons = holders(sight.meeting, role);
    return (
      persons.length > 0 &&
      persons.every((id) => announced.some((one) => one.personId === id && one.role === role))
    );
  });
}

/** Somebody may still take the role: nobody holds it, or the agenda names one who does not. */
function isFree(meeting: Meeting, role: 'chair' | 'minuteTaker'): boolean {
  const held = holders(meeting, role);
  const named = role === 'chair' ? meeting.agenda.chairs : meeting.agenda.minuteTakers;
  return held.length === 0 || named.some((id) => namedForRole(meeting, id, role) && !held.includes(id));
}

/** In groups: what is long stands in a row of its own, so that nothing of it is cut on a phone. */
function readyButtons(sight: Sight): (readonly Button[])[] {
  const make = buttonMaker(sight.meeting);
  const b = buttonsOf(sight);
  const roles = [
    ...(isFree(sight.meeting, 'chair') ? [make(b.iAmChair, 'role.claim', { role: 'chair' })] : []),
    ...(isFree(sight.meeting, 'minuteTaker')
      ? [make(b.iAmMinuteTaker, 'role.claim', { role: 'minuteTaker' })]
      : []),
  ];
  const contest = contestButton(sight);
  const browser = make(b.openInBrowser, 'browser.open', { a: 'ready' });
  if (sight.meeting.status === 'planned')
    return [[make(b.start, 'start', {}, true), make(b.startAt, 'start.form')], roles, contest, [browser]];
  return hasEnded(sight.meeting) ? [] : [roles, contest, [browser]];
}

/** As many roles as the first card names one by one. */
const ANNOUNCED = 6;

/** Who holds a role, and did not get it from the operator. */
const held = (sight: Sight) =>
  sight.meeting.roles
    .filter(({ grounds }) => grounds !== 'commandLine')
    .map(({ personId, role }) => ({
      personId,
      role,
      name: cut(nameOf(sight.people, personId, sight.language), 120),
    }));

/** Whose role was taken back, and is not theirs again. */
const takenBack = (sight: Sight) =>
  sight.meeting.revoked
    .filter(({ personId, role }) => !rolesOf(sight.meeting, personId).includes(role))
    .map(({ personId, role }) => ({ role, name: cut(nameOf(sight.people, personId, sight.language), 120) }));

/** *Det er ikke rigtigt*; of several roles one is chosen first. */
function contestButton(sight: Sight): Button[] {
  const make = buttonMaker(sight.meeting);
  const { notRight } = buttonsOf(sight);
  const [only, another] = held(sight);
  if (!only) return [];
  const { personId: who, role } = only;
  return [
    another
      ? make(notRight, 'role.contest.form', { a: 'ready' })
      : make(notRight, 'role.contest', { who, role, a: 'ready' }),
  ];
}

/** Which of the roles is not right. */
export function contestForm(sight: Sight): CardView {
  const t = textsOf(sight);
  const f = formsOf(sight);
  const choices = held(sight).map(({ personId, role, name }) => ({
    title: t.isNow(name, t.roles[role]),
    value: `${role}:${personId}`,
  }));
  const heading = buttonsOf(sight).notRight.title;
  const back = buttonMaker(sight.meeting)(buttonsOf(sight).back, 'back', { a: 'ready' });
  if (choices.length === 0)
    return textCard(sight, {
      heading,
      lines: [{ text: refusalSentence('roleNotHeld', sight.language) }],
      buttons: [back],
    });
  return formCard(sight, {
    heading,
    fields: [
      choiceField({
        id: 'person',
        label: f.whichRole,
        style: 'expanded',
        required: true,
        errorMessage: f.chooseUndoMissing,
        choices,
      }),
    ],
    buttons: [
      buttonMaker(sight.meeting)(buttonsOf(sight).notRight, 'role.contest', { a: 'ready' }, true),
      back,
    ],
  });
}

/** Says who took a role, with *Det er ikke rigtigt*. */
export function roleCard(sight: Sight, personId: string, role: GrantableRole): CardView {
  const t = textsOf(sight);
  const held = sight.meeting.roles.some((entry) => entry.personId === personId && entry.role === role);
  const name = cut(nameOf(sight.people, personId, sight.language), 120);
  const text = held ? t.isNow(name, t.roles[role]) : t.isNoLonger(name, t.roles[role]);
  return {
    template: 'role',
    summary: text,
    model: {
      language: sight.language,
      fallbackText: text,
      ...noticeOf(sight),
      text,
      buttonRows: held
        ? rows([
            buttonMaker(sight.meeting)(buttonsOf(sight).notRight, 'role.contest', { who: personId, role }),
          ])
        : [],
    },
  };
}
