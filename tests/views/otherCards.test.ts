import { describe, expect, it } from '@jest/globals';
import { renderFitting } from '../../src/render/renderCard.ts';
import type { CardRef } from '../../src/service/cardKey.ts';
import { viewsOf } from '../../src/teams/cards.ts';
import { logLines } from '../../src/views/logLines.ts';
import { undoText } from '../../src/views/undoText.ts';
import { buttons, texts } from '../support/cardReading.ts';
import { sightOf } from '../support/extremeMeetings.ts';
import {
  adjourned,
  adopt,
  agenda,
  answer,
  chair,
  HeldMeeting,
  item,
  note,
  operator,
  participant,
  people,
  planned,
  propose,
  record,
  running,
  undo,
} from '../support/meetingBuilder.ts';

const card = (held: HeldMeeting, ref: CardRef, audience: 'shared' | 'leading' = 'shared') =>
  renderFitting(viewsOf(sightOf(held, { audience }), ref)).card;
const titles = (of: unknown) => buttons(of).map(({ title }) => title);
const preview = (proposalId: string): CardRef => ({ kind: 'preview', proposalId });

describe('the preview of an import', () => {
  const first = () => new HeldMeeting().does(operator, propose(agenda({ place: 'Rådhuset' })));

  it('shows what was read, and is used by one button', () => {
    const shown = card(first(), preview('import-1'));
    expect(texts(shown)).toEqual(
      expect.arrayContaining([
        'Dagsordenen er læst',
        'den 6. marts 2031 kl. 9.00-11.00',
        'Rådhuset',
        '4 punkter · 4 indstillingspunkter · 0 bilag · 4 deltagere · 0 afbud',
        'Status for havneprojektet',
      ]),
    );
    expect(titles(shown)).toEqual(['Brug dagsordenen']);
  });

  it('shows three warnings and counts the rest', () => {
    const warnings = [1, 2, 3, 4, 5].map((n) => ({ code: 'x', message: `Se på ${n}`, itemNumber: null }));
    const held = new HeldMeeting().does(operator, { ...propose(agenda()), warnings });
    const read = texts(card(held, preview('import-1')));
    expect(read).toEqual(expect.arrayContaining(['Se på 1', 'Se på 3', 'og 2 bemærkninger mere']));
    expect(read).not.toContain('Se på 4');
  });

  it('has no button any more when it is in use or replaced', () => {
    const used = card(first().does(operator, adopt()), preview('import-1'));
    expect([titles(used), texts(used)[0]]).toEqual([[], 'Dagsordenen er i brug']);
    const replaced = card(first().does(operator, propose(agenda(), 'import-2')), preview('import-1'));
    expect([titles(replaced), texts(replaced)[0]]).toEqual([[], 'Erstattet af en nyere import']);
  });

  it('shows of a new edition what differs', () => {
    const [one, , ...rest] = agenda().items;
    const items = [
      ...(one ? [{ ...one, description: 'Nyt' }] : []),
      ...rest,
      item(9, { title: 'Broen over fjorden' }),
    ];
    const held = planned().does(operator, propose(agenda({ items, place: 'Kroen' }), 'import-2'));
    const read = texts(card(held, preview('import-2')));
    expect(read).toEqual(
      expect.arrayContaining([
        'En ny udgave af dagsordenen er læst',
        'Mødet',
        'Ændret: sted',
        'Ændret: sagsfremstilling',
        'Broen over fjorden',
        'Ny',
        'Status for havneprojektet',
        'Udgår',
      ]),
    );
    const begun = running().does(operator, propose(agenda({ items, place: 'Kroen' }), 'import-2'));
    const added = texts(card(begun, preview('import-2')));
    expect(added[0]).toBe('Tilføjelser og rettelser til dagsordenen er læst');
    expect(added).not.toContain('Udgår');
  });
});

describe('the first card', () => {
  it('says who leads, who writes, who took which role, and what is kept', () => {
    const held = planned();
    expect(texts(card(held, { kind: 'ready' })).slice(0, 4)).toEqual([
      'Punkt er klar: 4 punkter.',
      'Møde i Styregruppe Fjord',
      'Ida Brandt er nu ordstyrer. Ole Krogh er nu referent.',
      'Det, du registrerer her, gemmes med dit navn og kan indgå i aktindsigt. Punkt optager hverken lyd eller billede.',
    ]);
    expect(texts(card(running(), { kind: 'ready' }))[0]).toBe('Mødet begyndte kl. 9.00.');
  });

  it('offers a role while somebody may still take it', () => {
    const offered = (held: HeldMeeting) => titles(card(held, { kind: 'ready' }));
    const free = new HeldMeeting().does(operator, propose(agenda())).does(operator, adopt());
    const browser = 'Åbn i browser';
    expect(offered(free)).toEqual([
      'Start mødet',
      'Start ved …',
      'Jeg er ordstyrer',
      'Jeg er referent',
      browser,
    ]);
    free.does(chair, { type: 'ClaimRole', role: 'chair' });
    const objecting = 'Det er ikke rigtigt';
    expect(offered(free)).toEqual(['Start mødet', 'Start ved …', 'Jeg er referent', objecting, browser]);
    expect(offered(planned())).toEqual(['Start mødet', 'Start ved …', objecting, browser]);
    const second = planned(agenda({ minuteTakers: ['ole', 'asta'] }));
    expect(offered(second)).toEqual(['Start mødet', 'Start ved …', 'Jeg er referent', objecting, browser]);
    expect(offered(running())).toEqual([objecting, browser]);
    expect(titles(card(adjourned(), { kind: 'ready' }))).toEqual([]);
  });

  it('announces a role with a way to object', () => {
    const role: CardRef = { kind: 'role', personId: 'ida', role: 'chair' };
    expect(texts(card(planned(), role))[0]).toBe('Ida Brandt er nu ordstyrer.');
    expect(titles(card(planned(), role))).toEqual(['Det er ikke rigtigt']);
    const gone = planned().does(chair, { type: 'ContestRole', personId: 'ida', role: 'chair' });
    expect(texts(card(gone, role))).toEqual(['Ida Brandt er ikke længere ordstyrer.']);
  });
});

describe('the agenda', () => {
  it('shows where the room is, what is done and what is left open', () => {
    const held = running().does(chair, { type: 'MoveToItem', fromItemId: 'item-1', itemId: 'item-2' });
    const read = texts(card(held, { kind: 'agenda' }));
    expect(read).toEqual(
      expect.arrayContaining([
        'Vi er ved punkt 2 · slutter kl. 11.00',
        '◐ 1',
        '▶ 2',
        '○ 4',
        'Pause (10 min.)',
      ]),
    );
    expect(read).toContain('Indstillingspunktet er ikke besvaret');
    held.does(chair, answer('item-1', 'point-1-1'));
    expect(texts(card(held, { kind: 'agenda' }))).toContain('✓ 1');
    held.does(chair, { type: 'PostponeItem', itemId: 'item-2', until: null });
    held.does(chair, { type: 'MoveToItem', fromItemId: 'item-2', itemId: 'item-4' });
    const after = texts(card(held, { kind: 'agenda' }));
    expect(after).toEqual(expect.arrayContaining(['→ 2', 'Punktet er udsat']));
  });

  it('shows a window of a long one, around where the room is', () => {
    const items = Array.from({ length: 60 }, (_, index) => item(index + 1));
    const read = texts(card(running(agenda({ items }), 'item-30'), { kind: 'agenda' }));
    expect(read).toContain('▶ 30');
    expect(read.join('\n')).toMatch(/\d+ punkter før[\s\S]*\d+ punkter mere/u);
  });
});

describe('at the end', () => {
  it('all see what was decided and who does what, by organisation', () => {
    const held = running().does(
      chair,
      record('item-2', 'a', {
        text: 'Planen sendes ud.',
        responsible: [
          { kind: 'person', personId: 'asta' },
          { kind: 'text', text: 'alle' },
        ],
        due: { text: 'uge 11', date: null },
      }),
      { type: 'PostponeItem', itemId: 'item-4', until: null },
    );
    held.does(participant, record('item-2', 'b', { text: 'Huset males.' }));
    held.does(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' });
    const read = texts(card(held, { kind: 'summary' }));
    expect(read).toEqual(
      expect.arrayContaining([
        '2.1  Planen sendes ud.',
        '2.2  Huset males.',
        'Foreslået af Asta Lund · ikke bekræftet',
        'Punkt 4: Valg af leverandør',
        expect.stringContaining('skriv »referat« til Punkt'),
        'Fjordby Kommune',
        '2.1  Asta Lund: Planen sendes ud. (uge 11)',
        'Øvrige',
        '2.1  alle: Planen sendes ud. (uge 11)',
      ]),
    );
  });

  it('a task that nobody has confirmed says so, and so does one whose responsible waits', () => {
    const responsible = [{ kind: 'organisation', name: 'Fjordby Kommune' } as const];
    const held = running();
    held.does(participant, record('item-2', 'a', { text: 'Huset males.', responsible }));
    held.does(chair, record('item-2', 'b', { text: 'Planen sendes ud.' }));
    held.does(participant, {
      type: 'AssignResponsible',
      itemId: 'item-2',
      decisionId: 'b',
      responsible,
      due: null,
    });
    held.does(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' });
    expect(texts(card(held, { kind: 'summary' }))).toEqual(
      expect.arrayContaining([
        '2.1  Huset males. · ikke bekræftet',
        '2.2  Planen sendes ud. · tovholder og frist er ikke bekræftet',
      ]),
    );
  });

  it('those who write see what is unanswered, with one tap for each item', () => {
    const held = adjourned();
    const shown = card(held, { kind: 'unanswered' }, 'leading');
    expect(texts(shown)).toEqual(
      expect.arrayContaining(['Mangler svar: 4', '○ At Styregruppen drøfter tidsplanen']),
    );
    expect(titles(shown)).toEqual([
      'Drøftet: 1',
      'Tilføj',
      'Drøftet: 2',
      'Tilføj',
      'Drøftet: 4',
      'Tilføj',
      'Se referatudkast',
      'Hent referat',
      'Tilføj efter mødet',
    ]);
    const late = running(agenda(), 'item-5').does(chair, { type: 'AdjournMeeting', fromItemId: 'item-5' });
    const none = card(late, { kind: 'unanswered' }, 'leading');
    expect(texts(none)).toContain('Ingen indstillingspunkter mangler svar.');
    expect(titles(none)).toEqual(['Se referatudkast', 'Hent referat', 'Tilføj efter mødet']);
  });
});

describe('what was done, in words', () => {
  const held = running().does(
    chair,
    record('item-4', 'a', { text: 'Planen sendes ud.' }),
    { type: 'MoveDecision', itemId: 'item-4', decisionId: 'a', toItemId: 'item-2' },
    note('item-2', 'n', 'Der var ros.'),
    answer('item-2', 'point-2-1', 'noted'),
    { type: 'PostponeItem', itemId: 'item-5', until: null },
    undo(),
  );

  it('names what an undo would take back', () => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    const said = held.meeting.history.slice(1).map((entry) => plain(undoText(sightOf(held), entry)));
    expect(said).toEqual([
      expect.stringContaining('2.1 Planen sendes ud.'),
      'Note til punkt 2: Der var ros. (Ida Brandt kl. 9.00)',
      'Punkt 2: Taget til efterretning (Ida Brandt kl. 9.00)',
      'Punkt 5 udsat (Ida Brandt kl. 9.00)',
    ]);
    const here = held.meeting.history
      .slice(-2)
      .map((entry) => plain(undoText(sightOf(held), entry, 'item-2')));
    expect(here).toEqual([
      'Taget til efterretning (Ida Brandt kl. 9.00)',
      'Punkt 5 udsat (Ida Brandt kl. 9.00)',
    ]);
  });

  it('tells the log line by line, in both languages', () => {
    const lines = logLines(held.commits, people, 'da');
    expect(lines).toHaveLength(held.commits.length);
    expect(lines.map(({ who, what }) => `${who}: ${what}`)).toEqual(
      expect.arrayContaining([
        'Kommandolinjen: importerede dagsorden.txt: 4 punkter',
        'Ida Brandt: Ida Brandt blev ordstyrer (står i dagsordenen)',
        'Ida Brandt: beslutning under punkt 4: Planen sendes ud.',
        'Ida Brandt: flyttede en beslutning fra punkt 4 til punkt 2',
        'Ida Brandt: note til punkt 2: Der var ros.',
      ]),
    );
    expect(lines[0]?.when).toBe('6. marts 2031 kl. 9.00');
    for (const { what } of logLines(held.commits, people, 'en')) expect(what).toMatch(/\S/u);
  });
});
