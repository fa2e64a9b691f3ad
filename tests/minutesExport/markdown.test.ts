import { describe, expect, it } from '@jest/globals';
import { sentenceFor } from '../../src/wording/recommendation.ts';
import {
  adopt,
  agenda,
  chair,
  HeldMeeting,
  item,
  note,
  operator,
  participant,
  planned,
  propose,
  record,
  running,
} from '../support/meetingBuilder.ts';
import { documentOf, draftText, oneItem, under } from '../support/writtenMinutes.ts';

const draft = (held: HeldMeeting, language: 'da' | 'en' = 'da') => draftText(held, { language });
const full = {
  asks: ['At Styregruppen godkender budgettet'],
  description: 'Sagen kort.\nOg i et afsnit til.',
  attachments: ['Budget 2031'],
};

describe('the draft follows the agenda', () => {
  it('in the order and under the labels of a document that begins with what is recommended', () => {
    const held = oneItem(full, {
      sections: [
        { kind: 'recommendation', label: 'Det indstilles:' },
        { kind: 'description', label: 'Sagsfremstilling' },
        { kind: 'attachments', label: 'Bilagsliste' },
        { kind: 'discussion', label: 'Drøftelse' },
        { kind: 'decisions', label: 'Konklusion' },
      ],
      points: 'bullets',
    }).does(chair, note('item-1', 'n', 'Der var ros.'), record('item-1', 'd', { text: 'Planen sendes ud.' }));
    expect(under(draft(held), '1. Sag 1')).toEqual([
      '### Det indstilles',
      '- At Styregruppen godkender budgettet',
      '  *Ikke besvaret*',
      '### Sagsfremstilling',
      'Sagen kort.',
      'Og i et afsnit til.',
      '### Bilagsliste',
      '- Budget 2031',
      '### Drøftelse',
      'Der var ros.',
      '### Konklusion',
      '- Planen sendes ud.',
    ]);
  });

  it('and of one that begins with the case, has it under no label, and numbers its points', () => {
    const held = oneItem(
      { ...full, asks: ['At Rådet godkender a', 'At Rådet drøfter b'] },
      {
        sections: [
          { kind: 'description', label: null },
          { kind: 'recommendation', label: 'Indstilling' },
        ],
        points: 'numbers',
      },
    ).does(chair, note('item-1', 'n', 'Der var ros.'));
    expect(under(draft(held), '1. Sag 1')).toEqual([
      '<!-- description -->',
      'Sagen kort.',
      'Og i et afsnit til.',
      '### Indstilling',
      '1. At Rådet godkender a',
      '   *Ikke besvaret*',
      '2. At Rådet drøfter b',
      '   *Ikke besvaret*',
      '### Bilag',
      '- Budget 2031',
      '### Referat',
      'Der var ros.',
    ]);
  });

  it('with time and presenters in the heading, breaks too', () => {
    const items = [
      item(1, { title: 'Budget', start: '09:00', end: '09:30', presenters: ['bo'] }),
      item(2, { kind: 'break', number: null, title: 'Pause', durationMinutes: 10 }),
      item(3, { title: 'Valg', closed: true }),
    ];
    const headings = draft(running(agenda({ items })))
      .split('\n')
      .filter((line) => line.startsWith('## '));
    expect(headings.slice(-3)).toEqual([
      '## 1. Budget (kl. 9.00-9.30) v. Bo Winther',
      '## Pause (10 min.)',
      '## 3. Valg – lukket punkt',
    ]);
  });
});

describe('the head of the draft', () => {
  it('says what, when, where, who, and who sent apologies', () => {
    const held = planned(
      agenda({
        forum: 'Styregruppe Fjord',
        place: 'Rådhuset',
        participants: [
          { personId: 'asta', apologies: false, guest: false },
          { personId: 'bo', apologies: false, guest: true },
          { personId: 'ole', apologies: true, guest: false },
        ],
        attachments: [
          { title: 'Budget', itemNumber: '2' },
          { title: 'Kort', itemNumber: null },
        ],
      }),
    );
    const [head = ''] = draft(held).split('\n## 1. ');
    expect(head.split('\n').filter((line) => line !== '')).toEqual([
      '# Møde i Styregruppe Fjord',
      '*Dagsorden*',
      '- Forum: Styregruppe Fjord',
      '- Tidspunkt: den 6. marts 2031 kl. 9.00-11.00',
      '- Sted: Rådhuset',
      '- Mødeleder: Ida Brandt',
      '- Referent: Ole Krogh',
      '## Deltagere',
      '**Fjordby Kommune**',
      '- Asta Lund',
      '**Øvrige**',
      '- Bo Winther (gæst)',
      '## Afbud',
      '- Ole Krogh, Region Nordlyng',
      '## Bilag',
      '- Punkt 2: Budget',
      '- Kort',
      '---',
    ]);
  });

  it('is there without anything in it', () => {
    const bare = new HeldMeeting().does(
      operator,
      propose(
        agenda({ title: null, date: null, start: null, chairs: [], minuteTakers: [], participants: [] }),
      ),
    );
    expect(draft(bare)).toBe('# Møde\n\n*Dagsorden*\n');
    expect(draft(bare, 'en')).toBe('# Meeting\n\n*Agenda*\n');
  });
});

describe('before the meeting', () => {
  const asks = ['At Rådet drøfter planen'];
  const read = (held: HeldMeeting) => [draft(held), documentOf(held).metadata.documentType];

  it('it is an agenda, in which nothing is missing', () => {
    const [text, type] = read(planned(agenda({ items: [item(1, { asks })] })));
    expect(text).toContain('*Dagsorden*');
    expect(text).not.toContain('Ikke besvaret');
    expect(type).toBe('Dagsorden');
  });

  it('it is minutes where the agenda brought them, and once the meeting has begun', () => {
    const written = { discussion: null, decisions: [{ text: 'Vedtaget.', responsible: [], due: null }] };
    const brought = new HeldMeeting().does(
      operator,
      propose(agenda({ items: [item(1, { asks, written })] }), 'import-1', true),
      adopt(),
    );
    for (const held of [brought, oneItem({ asks })]) {
      const [text, type] = read(held);
      expect(text).toContain('*Referatudkast – ikke godkendt*');
      expect(text).toContain('*Ikke besvaret*');
      expect(type).toBe('Referat');
    }
  });
});

describe('what became of the points', () => {
  const asks = [
    'At Rådet tager planen til efterretning',
    'At Rådet tager regnskabet til efterretning',
    'At Rådet beslutter valg',
  ];

  it('is told by the decisions: alike answers become one sentence, and a point names the decision that answers it', () => {
    const held = oneItem({ asks });
    const noted = (index: number) => ({
      pointId: `point-1-${index + 1}`,
      outcome: 'noted' as const,
      text: sentenceFor('noted', asks[index] ?? ''),
    });
    held.does(
      chair,
      { type: 'AnswerRecommendations', itemId: 'item-1', answers: [noted(0), noted(1)] },
      record('item-1', 'd', { text: 'Bo Winther er valgt.', pointIds: ['point-1-3'] }),
    );
    expect(under(draft(held), '1. ')).toEqual([
      '### Indstilling',
      `- ${asks[0]}`,
      `- ${asks[1]}`,
      `- ${asks[2]}`,
      '  *Besluttet, se 1.1*',
      '### Beslutning',
      '- Rådet tog planen og regnskabet til efterretning.',
      '- 1.1 Bo Winther er valgt.',
    ]);
  });

  it('is marked where it was only proposed, or postponed', () => {
    const held = oneItem({ asks: ['At Rådet drøfter planen'] });
    held.does(participant, record('item-1', 'd', { text: 'Planen udgår.', pointIds: ['point-1-1'] }));
    expect(under(draft(held), '1. ')).toEqual([
      '### Indstilling',
      '- At Rådet drøfter planen',
      '  *Ikke besvaret – foreslået i 1.1*',
      '### Beslutning',
      '- 1.1 Planen udgår.',
      '  *Ikke bekræftet – foreslået af Asta Lund*',
    ]);
    held.does(chair, { type: 'PostponeItem', itemId: 'item-1', until: { text: 'næste møde', date: null } });
    const text = draft(held);
    expect(text).not.toContain('*Ikke besvaret');
    expect(text).toContain('- Punktet blev udsat til næste møde.');
  });

  it('is told of items that were handled before Punkt joined', () => {
    const text = draft(running(agenda({ items: [item(1), item(2)] }), 'item-2'));
    expect(under(text, '1. ')).toEqual([
      '### Referat',
      'Punktet blev behandlet, før registreringen af mødet begyndte. Referatet mangler.',
    ]);
  });
});

describe('who does it, and until when', () => {
  const decide = (text: string) =>
    oneItem({}).does(
      chair,
      record('item-1', 'd', {
        text,
        responsible: [
          { kind: 'person', personId: 'bo' },
          { kind: 'organisation', name: 'Fjordby Kommune' },
        ],
        due: { text: 'uge 11', date: null },
      }),
    );

  it('is said where the sentence does not say it, and only that', () => {
    expect(draft(decide('Planen sendes ud.'))).toContain(
      '*Tovholder: Bo Winther, Fjordby Kommune · Frist: uge 11*',
    );
    expect(draft(decide('Bo Winther sender planen ud.'))).toContain(
      '*Tovholder: Fjordby Kommune · Frist: uge 11*',
    );
    const said = draft(decide('Bo Winther og Fjordby Kommune sender planen i uge 11.'));
    expect(said).not.toContain('Tovholder');
    expect(said).not.toContain('*Frist');
  });

  it('is marked while only a participant proposed it', () => {
    const held = oneItem({}).does(chair, record('item-1', 'd', { text: 'Planen sendes ud.' }));
    held.does(participant, {
      type: 'AssignResponsible',
      itemId: 'item-1',
      decisionId: 'd',
      responsible: [{ kind: 'text', text: 'alle' }],
      due: null,
    });
    expect(draft(held)).toContain('*Tovholder: alle · Tovholder og frist er ikke bekræftet*');
  });

  it('is gathered by organisation at the end, without what was struck', () => {
    const held = decide('Planen sendes ud.').does(
      chair,
      record('item-1', 'e', { text: 'Huset males.', responsible: [{ kind: 'person', personId: 'asta' }] }),
      record('item-1', 'f', { text: 'Fejl.', responsible: [{ kind: 'person', personId: 'asta' }] }),
      { type: 'StrikeDecision', itemId: 'item-1', decisionId: 'f' },
    );
    expect(draft(held)).not.toContain('Fejl.');
    expect(under(draft(held), 'Opgaver')).toEqual([
      '**Fjordby Kommune**',
      '- Punkt 1: Planen sendes ud. (frist: uge 11)',
      '- Punkt 1 – Asta Lund: Huset males.',
      '**Øvrige**',
      '- Punkt 1 – Bo Winther: Planen sendes ud. (frist: uge 11)',
    ]);
  });
});
