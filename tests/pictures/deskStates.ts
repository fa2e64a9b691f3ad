import type { PageItem, PageView } from '../../src/views/page/pageView.ts';
import { decision, head, item, point } from './deskParts.ts';

/** A meeting as it stands on the desk, made up for pictures: it is at item 3. */

const discussed =
  'Anna Holm gennemgik status. Gruppen kvitterede for det grundige arbejde.\nDer blev peget på:\n- at rekruttering er svær i begge kommuner\n  - især til aftenvagterne\n  - og i sommermånederne\n- at pladserne bruges forskelligt\nAlmen praksis ser gerne et fælles overblik over ledige pladser.';

const items: readonly PageItem[] = [
  item('i1', '1', 'Godkendelse af dagsorden', {
    start: '10:00',
    end: '10:05',
    progress: 'done',
    points: [
      point('p1', 'At styregruppen godkender dagsordenen.', {
        open: false,
        sign: '✓',
        status: 'Godkendt',
        outcome: 'approved',
        sentence: 'Styregruppen godkendte dagsordenen.',
      }),
    ],
    discussion: { text: 'Ingen bemærkninger.', by: 'Jonas Kjeldgaard', at: null },
  }),
  item('i2', '2', 'Fælles indsats for borgere med kronisk sygdom', {
    start: '10:05',
    end: '10:35',
    progress: 'done',
    presenters: [{ personId: 'anna', name: 'Anna Holm' }],
    description: 'Indsatsen begyndte i foråret.\nDer er afholdt tre workshops.',
    attachments: ['Bilag 1: Status pr. 1. september', 'Bilag 2: Budget'],
    points: [
      point('p2', 'At styregruppen tager status til efterretning.', {
        open: false,
        sign: '✓',
        status: 'Taget til efterretning',
        outcome: 'noted',
      }),
      point('p3', 'At styregruppen beslutter, hvordan indsatsen fortsætter i 2027.', {
        open: false,
        sign: '→',
        status: 'Besluttet, se 2.1',
      }),
    ],
    discussion: {
      text: 'Status blev gennemgået, og der var enighed om at fortsætte.',
      by: 'Signe Malling',
      at: null,
    },
    decisions: [
      decision('2.1', 'Indsatsen fortsætter i 2027 med samme økonomi. Klyngesekretariatet er tovholder.', {
        pointIds: ['p3'],
        responsible: [{ kind: 'organisation', name: 'Klyngesekretariatet' }],
        earlier: [
          { text: 'Indsatsen fortsætter.', replacedBy: 'Jonas Kjeldgaard', at: '2026-10-07T08:30:00Z' },
        ],
      }),
    ],
  }),
  item('pause', null, 'Pause', { start: '10:35', end: '10:40', progress: 'done' }),
  item('i3', '3', 'Midlertidige pladser: fordeling og fælles overblik', {
    start: '10:40',
    end: '11:10',
    progress: 'now',
    presenters: [{ personId: 'anna', name: 'Anna Holm' }],
    description: 'Klyngen råder over 34 midlertidige pladser.',
    points: [
      point('p4', 'At styregruppen drøfter fordelingen af pladserne.'),
      point('p5', 'At styregruppen beslutter, om der oprettes et fælles overblik.'),
    ],
    mainAnswer: { label: 'Drøftet', tip: 'Markerer de åbne indstillingspunkter som drøftet' },
    awaiting: ['p5'],
    discussion: { text: discussed, by: 'Jonas Kjeldgaard', at: null },
    decisions: [
      decision('3.1', 'Der oprettes et fælles overblik over ledige pladser.', {
        responsible: [{ kind: 'person', name: 'Signe Malling' }],
        due: { text: 'uge 5', date: null },
      }),
      decision('3.2', 'Almen praksis får adgang til overblikket.', {
        confirmed: false,
        registered: 'Foreslået af Bo Thygesen kl. 10.52',
      }),
      decision('3.3', 'Overblikket laves i regneark.', { struck: true }),
    ],
    notes: [
      {
        noteId: 'n1',
        text: 'Almen praksis understregede, at overblikket skal være let at finde.',
        by: 'Bo Thygesen',
        onBehalfOf: null,
        at: '2026-10-07T08:51:00Z',
        mine: false,
        confirmed: false,
        inDiscussion: false,
      },
    ],
  }),
  item('i4', '4', 'Personsag', {
    start: '11:10',
    end: '11:20',
    closed: true,
    points: [point('p6', 'At styregruppen drøfter sagen.')],
  }),
  item('i5', '5', 'Eventuelt', { start: '11:20', end: '11:30' }),
];

/** As a minute taker sees it. */
export const running: PageView = { head: head('minuteTaker'), items };

const changedItem = (itemId: string, change: Partial<PageItem>, view: PageView = running): PageView => ({
  ...view,
  items: view.items.map((one) => (one.itemId === itemId ? { ...one, ...change } : one)),
});

/** With an open proposal, whose pen the reader holds or somebody else. */
export const withProposal = (mine: boolean): PageView => ({
  ...running,
  head: {
    ...running.head,
    proposal: {
      proposalId: 'f1',
      itemId: 'i3',
      text: 'Der oprettes et fælles overblik over ledige pladser, som opdateres hver mandag og torsdag af kommunerne.',
      pen: mine
        ? { personId: 'jonas', name: 'Jonas Kjeldgaard' }
        : { personId: 'signe', name: 'Signe Malling' },
      mine,
    },
  },
});

/** Two wrote the same decision. */
export const alike: PageView = changedItem('i3', {
  decisions: [
    decision('3.1', 'Der oprettes et fælles overblik over ledige pladser.'),
    decision('3.2', 'Et fælles overblik over ledige pladser oprettes.'),
  ],
  alike: [{ first: 'd3-1', second: 'd3-2' }],
});

/** As somebody sees it who only takes part. */
export const forParticipant: PageView = {
  head: { ...head('participant'), pending: { points: 3, decisions: 0, notes: 0 } },
  items: items.map((one) => ({
    ...one,
    ...(one.closed
      ? { title: 'Lukket punkt', hidden: true, points: [], description: null }
      : { points: one.points.map((each) => ({ ...each, outcomes: [] })) }),
    mainAnswer: null,
    discussion: null,
    decisions: one.decisions
      .filter(({ struck }) => !struck)
      .map((each) => ({
        ...each,
        earlier: [],
        may: { confirm: false, correct: false, strike: false, move: false, assign: false },
      })),
    notes: one.notes.map((note) => ({ ...note, mine: true })),
  })),
};

/** Nothing is written yet anywhere. */
export const untouched: PageView = {
  ...running,
  items: items.map((one) => ({
    ...one,
    points: one.points.map(({ pointId, text }) => point(pointId, text)),
    decisions: [],
    notes: [],
    discussion: { text: '', by: null, at: null },
  })),
};

export const withoutAgenda: PageView = {
  head: { ...running.head, status: 'none', position: null },
  items: [],
};

/** Forty items of twelve points and long texts. */
export const large: PageView = {
  ...running,
  items: Array.from({ length: 40 }, (_, at) =>
    item(`x${at}`, String(at + 1), `Punkt med en overskrift af almindelig længde, nummer ${at + 1}`, {
      progress: at === 0 ? 'now' : 'ahead',
      points: Array.from({ length: 12 }, (_, of) =>
        point(`x${at}-${of}`, `At styregruppen tager del ${of + 1} til efterretning.`),
      ),
      discussion: {
        text: Array.from({ length: 40 }, () => discussed.slice(0, 500))
          .join('\n')
          .slice(0, 20_000),
        by: null,
        at: null,
      },
      decisions: Array.from({ length: 4 }, (_, of) =>
        decision(`${at + 1}.${of + 1}`, `Beslutning nummer ${of + 1} under punktet.`),
      ),
    }),
  ),
};

/** The other minute taker writes at item 3, the chair looks at item 2. */
export const presence = [
  { personId: 'signe', name: 'Signe Malling', itemId: 'i3', writing: true },
  { personId: 'ellen', name: 'Ellen Brandt', itemId: 'i2', writing: false },
] as const;
