import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Outcome } from '../../src/meeting/outcome.ts';
import { joinSentences } from '../../src/wording/joinSentences.ts';
import { presentVerbs } from '../../src/wording/meetingVerbs.ts';
import { mainAnswer, readRecommendation, sentenceFor } from '../../src/wording/recommendation.ts';

const runs = { numRuns: 100 * Number(process.env.PUNKT_TEST_CASES ?? 1) };
const oneMark = /^(?:|[\s\S]*[^.!?…\s])[.!?]$/u;

describe('a recommendation point is read as what it asks and the sentence of the minutes', () => {
  it.each([
    ['At Styregruppen godkender dagsordenen', 'approve', 'approved', 'Styregruppen godkendte dagsordenen.'],
    [
      'At styregruppen tager oplægget til efterretning,',
      'note',
      'noted',
      'Styregruppen tog oplægget til efterretning.',
    ],
    [
      'At Styregruppe Nord drøfter budgettet; og',
      'discuss',
      'discussed',
      'Styregruppe Nord drøftede budgettet.',
    ],
    [
      'At Styregruppen kort drøfter budgettet',
      'discuss',
      'discussed',
      'Styregruppen drøftede kort budgettet.',
    ],
    [
      'At Styregruppen giver input til planen, og',
      'discuss',
      'discussed',
      'Styregruppen gav input til planen.',
    ],
    ['At Udvalget tiltræder aftalen', 'adopt', 'adopted', 'Udvalget tiltrådte aftalen.'],
    ['At Udvalget tilslutter sig planen', 'adopt', 'adopted', 'Udvalget tilsluttede sig planen.'],
    ['At Udvalget noterer sig status', 'note', 'noted', 'Udvalget noterede sig status.'],
    [
      'At Udvalget orienteres om og drøfter planen',
      'note',
      'informed',
      'Udvalget blev orienteret om og drøftede planen.',
    ],
    ['At Udvalget tager stilling til mødeplanen', 'decide', null, 'Udvalget tog stilling til mødeplanen.'],
    ['At Udvalget træffer beslutning om huset', 'decide', null, 'Udvalget traf beslutning om huset.'],
    ['At Udvalget drøfter og beslutter proces', 'decide', null, 'Udvalget drøftede og besluttede proces.'],
    [
      'At Udvalget bemyndiger formanden til at købe ind',
      'other',
      'adopted',
      'Udvalget bemyndigede formanden til at købe ind.',
    ],
    [
      'At Udvalget anbefaler Rådet, at planen godkendes',
      'other',
      'recommendedOnwards',
      'Udvalget anbefalede Rådet, at planen godkendes.',
    ],
    ['At dagsordenen godkendes', 'approve', 'approved', 'Dagsordenen blev godkendt.'],
    [
      'At orienteringen om tage tages til efterretning',
      'note',
      'noted',
      'Orienteringen om tage blev taget til efterretning.',
    ],
    ['At budgettet drøftes og godkendes', 'approve', 'approved', 'Budgettet blev drøftet og godkendt.'],
    [
      'At perioden forlænges til d. 1. maj 2031',
      'other',
      'adopted',
      'Det blev besluttet, at perioden forlænges til d. 1. maj 2031.',
    ],
    [
      'At sekretariatet indkalder til møde',
      'other',
      'adopted',
      'Det blev besluttet, at sekretariatet indkalder til møde.',
    ],
    [
      'At medlemmerne kort orienterer hinanden om nyt',
      'discuss',
      'discussed',
      'Medlemmerne orienterede hinanden kort om nyt.',
    ],
    ['Det indstilles, at Rådet godkender regnskabet.', 'approve', 'approved', 'Rådet godkendte regnskabet.'],
    ['At budgettet kan godkendes', 'approve', 'approved', 'Indstillingen blev godkendt.'],
    ['Til orientering', 'note', 'noted', 'Punktet blev taget til efterretning.'],
    ['at godkende regnskabet', 'approve', 'approved', 'Indstillingen blev godkendt.'],
    ['At drøfte og godkende planen', 'approve', 'approved', 'Indstillingen blev godkendt.'],
    ['at drøfte og beslutte den videre proces', 'decide', null, 'Der blev truffet beslutning.'],
  ])('%s', (text, asks, outcome, sentence) => {
    expect(readRecommendation(text)).toEqual({ asks, outcome, sentence });
  });

  it.each([
    'At Rådet ikke godkender planen',
    'At Fødevarestyrelsen godkender ansøgningen',
    'At de planer, som Rådet godkender, offentliggøres',
    'Noget helt andet',
    'At',
    '',
  ])('gives the neutral sentence rather than nonsense: "%s"', (text) => {
    expect(readRecommendation(text)).toEqual({
      asks: 'other',
      outcome: 'adopted',
      sentence: 'Indstillingen blev tiltrådt.',
    });
  });

  it('flips verbs that share the subject, and none of a subordinate clause', () => {
    const { sentence } = readRecommendation(
      'At Rådet drøfter, hvordan kommunen behandler sager og vælger vej, og godkender planen',
    );
    expect(sentence).toBe(
      'Rådet drøftede, hvordan kommunen behandler sager og vælger vej, og godkendte planen.',
    );
  });

  it('leaves no verb of its table in the present tense where the deciding body is the subject', () => {
    for (const [present, [verb]] of presentVerbs) {
      if (verb?.passive || verb?.needs) continue;
      expect(readRecommendation(`At Rådet ${present} planen`).sentence).toBe(`Rådet ${verb?.past} planen.`);
    }
  });

  it('ends in exactly one sentence mark and never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', 'At Rådet drøfter ', 'At '),
        (text, lead) => {
          expect(readRecommendation(lead + text).sentence).toMatch(oneMark);
        },
      ),
      runs,
    );
  });

  it('keeps the object exactly as typed, markup, emoji and right-to-left included', () => {
    const piece = fc.constantFrom(
      '**fed**',
      '[x](http://x)',
      '${' + 'title}',
      '<script>',
      '🎉',
      'שלום',
      'a  b',
      'og',
      'planen,',
      'IV- behandling',
      'kl. 9.20',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const object = `${pieces.join(' ')} slut`;
        expect(readRecommendation(`At Rådet drøfter ${object}, og`).sentence).toBe(
          `Rådet drøftede ${object}.`,
        );
      }),
      runs,
    );
  });
});

describe('the main button bears the verb of the open points', () => {
  const approve = { text: 'At Rådet godkender planen' };
  const note = { text: 'At Rådet tager planen til efterretning' };
  const discuss = { text: 'At Rådet drøfter planen' };
  const decide = { text: 'At Rådet beslutter proces' };
  const other = { text: 'At perioden forlænges' };

  it.each([
    ['approve', [approve, approve]],
    ['note', [note]],
    ['discuss', [discuss, discuss]],
    ['asRecommended', [note, discuss]],
    ['asRecommended', [other]],
    ['asRecommended', [{ text: 'At Rådet tiltræder planen' }]],
    ['discuss', [decide, discuss]],
  ] as const)('%s', (label, points) => {
    expect(mainAnswer(points)).toEqual({ label });
  });

  it('is absent where every point needs a decision, and where no point is open', () => {
    expect(mainAnswer([decide])).toBeNull();
    expect(mainAnswer([])).toBeNull();
  });
});

describe('the minutes sentence of any outcome', () => {
  const approve = 'At Rådet godkender dagsordenen';

  it('is the flipped recommendation where the outcome is what was asked', () => {
    expect(sentenceFor('approved', approve)).toBe('Rådet godkendte dagsordenen.');
    expect(sentenceFor('decided', 'At Rådet træffer beslutning om huset')).toBe(
      'Rådet traf beslutning om huset.',
    );
  });

  it('keeps the object of another outcome only where it is one definite word', () => {
    expect(sentenceFor('noted', approve)).toBe('Rådet tog dagsordenen til efterretning.');
    expect(sentenceFor('discussed', 'At Rådet tager oplægget til efterretning')).toBe(
      'Rådet drøftede oplægget.',
    );
    expect(sentenceFor('noted', 'At Rådet drøfter, hvad der sker')).toBe(
      'Punktet blev taget til efterretning.',
    );
    expect(sentenceFor('noted', 'At sekretariatet godkender planen')).toBe(
      'Punktet blev taget til efterretning.',
    );
  });

  it('says until when and to whom, words or date', () => {
    expect(sentenceFor('postponed', approve)).toBe('Punktet blev udsat.');
    expect(sentenceFor('postponed', approve, { until: 'til uge 7.' })).toBe('Punktet blev udsat til uge 7.');
    expect(sentenceFor('postponed', approve, { until: '2031-03-08' })).toBe(
      'Punktet blev udsat til den 8. marts 2031.',
    );
    expect(sentenceFor('forwarded', approve, { forwardedTo: 'Byrådet' })).toBe(
      'Punktet blev oversendt til Byrådet.',
    );
    expect(sentenceFor('rejected', approve)).toBe('Indstillingen blev ikke tiltrådt.');
  });

  it('ends in exactly one sentence mark for every outcome and any text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Outcome.options),
        fc.string({ unit: 'binary' }),
        fc.string(),
        (outcome, text, until) => {
          expect(sentenceFor(outcome, text, { until, forwardedTo: until })).toMatch(oneMark);
        },
      ),
      runs,
    );
  });
});

describe('sentences are joined only where subject and frame are the same', () => {
  it('puts the objects of neighbours together', () => {
    expect(
      joinSentences([
        'Rådet tog orienteringen til efterretning.',
        'Rådet tog oplægget til efterretning.',
        'Rådet tog notatet til efterretning.',
        'Rådet drøftede planen.',
        'Rådet drøftede budgettet.',
      ]),
    ).toEqual([
      'Rådet tog orienteringen, oplægget og notatet til efterretning.',
      'Rådet drøftede planen og budgettet.',
    ]);
  });

  it('says the same sentence once', () => {
    expect(joinSentences(['Rådet drøftede planen.', 'Rådet drøftede planen.'])).toEqual([
      'Rådet drøftede planen.',
    ]);
  });

  it.each([
    [['Rådet tog planen til efterretning.', 'Udvalget tog notatet til efterretning.']],
    [['Rådet drøftede planen.', 'Rådet godkendte notatet.']],
    [['Rådet drøftede, hvad der sker.', 'Rådet drøftede planen.']],
    [['Rådet drøftede kort planen.', 'Rådet drøftede notatet.']],
    [['Rådet drøftede a og b.', 'Rådet drøftede notatet.']],
  ])('leaves %j apart', (sentences) => {
    expect(joinSentences(sentences)).toEqual(sentences);
  });
});

const corpus = '../shared/corpus/truth';
const withCorpus = existsSync(corpus) ? describe : describe.skip;
withCorpus('recommendations of real agendas (skipped where ../shared/corpus is absent)', () => {
  it.each(['000', '003'])('document %s: every point gets a sentence of its own words', (document) => {
    const truth = JSON.parse(readFileSync(`${corpus}/${document}.json`, 'utf8')) as {
      items: { recommendations?: string[] }[];
    };
    const points = truth.items.flatMap((item) => item.recommendations ?? []);
    expect(points.length).toBeGreaterThan(0);
    for (const point of points) {
      const { sentence } = readRecommendation(point);
      expect(sentence).not.toBe('Indstillingen blev tiltrådt.');
      const lastWords = point.replace(/[\s,.]*(?:,\s*og)?[\s,.]*$/u, '').slice(-12);
      expect(sentence.endsWith(`${lastWords}.`)).toBe(true);
    }
  });
});
