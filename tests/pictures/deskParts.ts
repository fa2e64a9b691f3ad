import { PERMISSIONS, type Role } from '../../src/meeting/roles.ts';
import type { PageDecision, PageHead, PageItem, PagePoint } from '../../src/views/page/pageView.ts';

/** What the states of the desk are made of. */

const labels = {
  recommendation: 'Indstilling',
  description: 'Beskrivelse af sagen',
  attachments: 'Bilag',
  discussion: 'Referat',
  decisions: 'Beslutning',
} as const;
type Kind = keyof typeof labels;
const sections = (Object.keys(labels) as Kind[]).map((kind) => ({ kind, label: labels[kind] }));

const rights = (role: Role): NonNullable<PageHead['me']>['may'] =>
  Object.fromEntries(Object.entries(PERMISSIONS).map(([command, of]) => [command, of[role]])) as NonNullable<
    PageHead['me']
  >['may'];

const person = (
  personId: string,
  name: string,
  organisation: string | null,
  roles: PageHead['people'][0]['roles'] = [],
) => ({
  personId,
  name,
  title: null,
  organisation,
  roles,
  named: roles,
  invited: true,
  apologies: false,
  guest: false,
});

export const head = (role: Role): PageHead => ({
  meetingId: 'm',
  version: 40,
  edition: 1,
  status: 'running',
  language: 'da',
  audience: role === 'participant' ? 'room' : 'leading',
  me: { personId: 'jonas', name: 'Jonas Kjeldgaard', role, may: rights(role), unclaimed: [] },
  title: 'Styregruppemøde i Lindeklyngen',
  forum: 'Lindeklyngens styregruppe',
  date: '2026-10-07',
  start: '10:00',
  end: '12:00',
  place: 'Rådhuset, lokale 3',
  startedAt: '2026-10-07T08:02:00Z',
  adjournedAt: null,
  approvedAt: null,
  registeredAfterwards: false,
  rehearsal: false,
  position: { itemId: 'i3', since: '2026-10-07T08:40:00Z' },
  attendance: null,
  people: [
    person('ellen', 'Ellen Brandt', 'Lindegård Hospital', ['chair']),
    person('jonas', 'Jonas Kjeldgaard', 'Klyngesekretariatet', ['minuteTaker']),
    person('signe', 'Signe Malling', 'Ravnsø Kommune', ['minuteTaker']),
    person('bo', 'Bo Thygesen', 'Almen praksis'),
  ],
  proposal: null,
  imported: null,
  addenda: [],
  undo: [],
  links: [],
  pending: { points: 3, decisions: 1, notes: 1 },
});

export const point = (pointId: string, text: string, more: Partial<PagePoint> = {}): PagePoint => ({
  pointId,
  text,
  open: true,
  sign: '○',
  status: 'Ikke besvaret endnu',
  outcome: null,
  sentence: null,
  outcomes: [
    { outcome: 'noted', label: 'Til efterretning' },
    { outcome: 'discussed', label: 'Drøftet' },
    { outcome: 'approved', label: 'Godkendt' },
    { outcome: 'postponed', label: 'Udsat' },
    { outcome: 'rejected', label: 'Forkastet' },
  ],
  ...more,
});

export const decision = (number: string, text: string, more: Partial<PageDecision> = {}): PageDecision => ({
  decisionId: `d${number.replace('.', '-')}`,
  number,
  text,
  pointIds: [],
  responsible: [],
  due: null,
  assignment: '',
  registered: 'Registreret af Jonas Kjeldgaard kl. 10.48',
  onBehalfOf: null,
  confirmed: true,
  assignmentConfirmed: true,
  struck: false,
  mine: false,
  may: { confirm: true, correct: true, strike: true, move: true, assign: true },
  earlier: [],
  ...more,
});

export const item = (
  itemId: string,
  number: string | null,
  title: string,
  more: Partial<PageItem> = {},
): PageItem => ({
  itemId,
  kind: number === null ? 'break' : 'item',
  number,
  printed: number,
  title,
  closed: false,
  hidden: false,
  start: null,
  end: null,
  durationMinutes: null,
  presenters: [],
  progress: 'ahead',
  sections,
  description: null,
  attachments: [],
  points: [],
  mainAnswer: null,
  awaiting: [],
  decisions: [],
  notes: [],
  discussion: { text: '', by: null, at: null },
  postponed: null,
  addenda: [],
  alike: [],
  ...more,
});
