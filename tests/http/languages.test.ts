import { afterEach, describe, expect, it } from '@jest/globals';
import { danishIn } from '../support/danishWords.ts';
import { englishAgenda } from '../support/englishAgenda.ts';
import type { FakeConversation } from '../support/fakeTeamsConnector.ts';
import { type InsideOptions, type InsideRoom, openInside } from '../support/insideRoom.ts';
import { texts } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const ENGLISH = { locale: 'en-GB' };

let room: InsideRoom;
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

/** Everything that stands in a conversation now, card by card. */
const cardsIn = (where: FakeConversation) =>
  where.messages.flatMap(({ activity }) => {
    const [attachment] = (activity.attachments ?? []) as { content: Record<string, unknown> }[];
    return attachment ? [attachment.content] : [];
  });
const languagesIn = (where: FakeConversation) => [...new Set(cardsIn(where).map(({ lang }) => lang))];
const sharedText = () =>
  cardsIn(room.chat)
    .flatMap((card) => texts(card))
    .join('\n');

/** A room in which the chair is Danish and who writes English, unless said otherwise. */
async function mixed(options: InsideOptions = {}) {
  room = await openInside([CHAIR, WRITER], options);
  const [chair, writer] = [room.person(CHAIR), room.person(WRITER)];
  writer.speaks = ENGLISH;
  return { chair, writer };
}

describe('in a Danish meeting with an English person', () => {
  it('each is answered in their language from the same cards, and cards and minutes stay Danish', async () => {
    const { chair, writer } = await mixed();
    await room.imports('klynge-nordby.txt');
    const used = await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    expect(texts(used.card)).toContain('The agenda is in use');
    const started = await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    expect(texts(started.card).join()).toContain('Mødet begyndte kl.');

    const approved = await room.taps(writer, await room.item(1), 'Godkend');
    expect(texts(approved.card).join('\n')).toContain('Approved');
    await room.sees(/Godkendt/u);
    // The same Danish card, tapped by both.
    const card = await room.item(1);
    const form = await room.taps(writer, card, 'Beslutning');
    expect(texts(form.card)).toContain('Decision on item 1');
    const danish = await room.taps(chair, card, 'Beslutning');
    expect(texts(danish.card)).toContain('Beslutning til punkt 1');
    // The shared card is not edited while somebody has a form open in its place.
    await room.taps(chair, danish, 'Tilbage');
    const saved = await room.taps(writer, form, 'Save decision', {
      text: 'Sekretariatet skriver til Havby.',
    });
    expect(texts(saved.card).join('\n')).toContain('1.1 is saved under item 1.');
    expect(texts(saved.card).join('\n')).toMatch(/^ITEM 1 OF \d/mu);
    expect(saved.card.lang).toBe('en');
    await room.sees('Sekretariatet skriver til Havby.');

    expect((await room.asks(writer, 'status')).join()).toMatch(/^Item 1 of \d/u);
    expect((await room.asks(chair, 'status')).join()).toMatch(/^Punkt 1 af \d/u);
    expect((await room.asks(writer, 'gibberish indeed')).join()).toMatch(/^I did not understand .*“/u);
    expect((await room.asks(chair, 'vrøvl i øvrigt')).join()).toMatch(/^Det forstod jeg ikke.*»/u);
    // Danish commands of an English person, English ones of a Danish person.
    expect((await room.asks(writer, 'notér 2: Kort drøftelse')).join()).toBe(
      'The note is saved under item 2.',
    );
    expect((await room.asks(chair, 'note 2: En til')).join()).toBe('Noten er gemt under punkt 2.');

    await room.types(writer, 'end meeting');
    await room.sees('Mødet er afsluttet');
    const own = room.teams.personalChat(writer);
    const missing = await room.sees(/^Unanswered: \d+$/u, own);
    expect(missing.card.lang).toBe('en');
    await room.punkt.settled();
    expect(languagesIn(room.chat)).toEqual(['da']);
    const minutes = await room.minutes();
    expect(minutes).toContain('### Indstilling');
    expect(minutes).toContain('*Referatudkast – ikke godkendt*');
    expect(minutes).not.toMatch(/The (?:item|recommendation)|Approved|Recommendation/u);
    await room.types(writer, 'minutes', own);
    const draft = await room.sees(/^Referatudkast – ikke godkendt/u, own);
    expect(texts(draft.card)).toContain('Next page');
  });

  it('a locale that is missing or changes between taps is followed at once', async () => {
    const { chair, writer } = await mixed();
    await room.imports('klynge-nordby.txt');
    await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    const answered = async (speaks: NonNullable<typeof writer.speaks>) => {
      writer.speaks = speaks;
      return (await room.taps(writer, await room.item(1), 'Mere …')).card.lang;
    };
    expect(await answered({ locale: null })).toBe('da');
    expect(await answered({ locale: null, client: 'en-US' })).toBe('en');
    expect(await answered({ locale: 'nb-NO' })).toBe('da');
    expect(await answered({ locale: 'de-DE' })).toBe('en');
    expect(await answered({ locale: '' })).toBe('da');
    writer.speaks = { locale: 'sv-SE' };
    expect((await room.asks(writer, 'status')).join()).toMatch(/^Punkt 1 af/u);
    // What comes by itself is in the language of what they last did.
    for (const locale of ['en-US', 'da-DK']) {
      writer.speaks = { locale };
      await room.types(writer, 'notér: Noget');
    }
    await room.types(chair, 'afslut mødet');
    await room.sees(/^Mangler svar: \d+$/u, room.teams.personalChat(writer));
  });

  it.each(['da', 'en'])(
    'PUNKT_LANGUAGE=%s answers everybody in it, and leaves shared cards alone',
    async (fixed) => {
      const { chair, writer } = await mixed({ env: { PUNKT_LANGUAGE: fixed } });
      await room.imports('klynge-nordby.txt');
      const used = await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
      const chosen = await room.taps(chair, await room.sees('Start ved …'), 'Start ved …');
      expect([used, chosen].map(({ card }) => card.lang)).toEqual([fixed, fixed]);
      await room.types(writer, 'start meeting');
      await room.types(writer, 'end meeting');
      await room.sees(fixed === 'da' ? /^Mangler svar/u : /^Unanswered/u, room.teams.personalChat(writer));
      await room.punkt.settled();
      expect(languagesIn(room.chat)).toEqual(['da']);
    },
  );
});

describe('an English meeting', () => {
  const KAREN = 'Karen Smith';
  const TOM = 'Tom Brown';
  const english = async (options: InsideOptions = {}) => {
    room = await openInside([KAREN, TOM], options);
    const [karen, tom] = [room.person(KAREN), room.person(TOM)];
    tom.speaks = ENGLISH;
    await room.imports(englishAgenda({ language: 'en' }));
    return { karen, tom };
  };

  it('has no Danish word for its English people, from the import to the minutes', async () => {
    const { karen, tom } = await english();
    karen.speaks = { locale: 'en-US' };
    const heard: string[] = [];
    const taps = async (...[who, on, title, inputs]: Parameters<InsideRoom['taps']>) => {
      const answer = await room.taps(who, on, title, inputs);
      heard.push(...texts(answer.card));
      return answer;
    };
    await taps(tom, await room.sees('Use the agenda'), 'Use the agenda');
    await taps(karen, await room.sees('Start meeting'), 'Start meeting');
    await taps(karen, await room.sees(/^ITEM 1 OF 3/u), 'Approve');
    await taps(karen, await room.sees(/^ITEM 1 OF 3/u), 'Next item');
    const second = await room.sees(/^ITEM 2 OF 3/u);
    await taps(karen, second, 'Take note of');
    const form = await taps(tom, second, 'Decision');
    await taps(tom, form, 'Save decision', { text: 'Tom Brown will send the plan by 20 March.' });
    heard.push(...(await room.asks(tom, 'responsible 2.1: Karen Smith due week 14')));
    heard.push(...(await room.asks(tom, 'note: The report was presented')));
    heard.push(...(await room.asks(tom, 'status')), ...(await room.asks(tom, 'what now')));
    await room.types(tom, 'help');
    await room.types(tom, 'agenda');
    await room.types(karen, 'end meeting');
    await room.sees(/^The meeting has ended/u);
    const own = room.teams.personalChat(tom);
    await room.sees(/^Unanswered: 1/u, own);
    await room.types(tom, 'minutes', own);
    await room.sees(/^Draft minutes – not approved/u, own);
    await room.punkt.settled();
    const seen = [room.chat, own].flatMap(cardsIn).flatMap((card) => texts(card));
    expect(danishIn([...heard, ...seen, ...(await room.minutes()).split('\n')])).toEqual([]);
    expect(languagesIn(room.chat)).toEqual(['en']);
    const minutes = await room.minutes();
    expect(minutes).toContain('The Board approved the agenda.');
    expect(minutes).toContain('### Recommendation');
    expect(minutes).toContain('- 2.1 Tom Brown will send the plan by 20 March.');
  });

  it('answers a Dane in Danish, and who says no language in English', async () => {
    const { karen, tom } = await english();
    const used = await room.taps(karen, await room.sees('Use the agenda'), 'Use the agenda');
    expect(texts(used.card)).toContain('Dagsordenen er i brug');
    tom.speaks = { locale: null };
    await room.types(tom, 'start mødet');
    await room.sees(/^ITEM 1 OF 3/u);
    expect((await room.asks(tom, 'status')).join()).toMatch(/^Item 1 of 3/u);
    expect((await room.asks(karen, 'status')).join()).toMatch(/^Punkt 1 af 3/u);
    expect((await room.taps(tom, await room.sees(/^ITEM 1 OF 3/u), 'More …')).card.lang).toBe('en');
    await room.punkt.settled();
    expect(languagesIn(room.chat)).toEqual(['en']);
  });

  it('stays English when a new edition says nothing of it, and turns Danish when one does', async () => {
    const { karen } = await english();
    await room.taps(karen, await room.sees('Use the agenda'), 'Use the agenda');
    await room.imports(englishAgenda({ place: 'Room 5' }));
    const changed = await room.sees('A new edition of the agenda has been read');
    expect(texts(changed.card).join('\n')).not.toContain('language');
    await room.taps(karen, changed, 'Use the agenda');
    await room.imports(englishAgenda({ place: 'Room 5' }), { language: 'da' });
    const danish = await room.sees(/^Changed: language$/u);
    await room.taps(karen, danish, 'Use the agenda');
    await room.sees(/^Punkt er klar/u);
    await room.punkt.settled();
    expect(sharedText()).toContain('Punkt er klar: 3 punkter');
  });

  it('may be made of a Danish agenda, whose own words stay', async () => {
    const { writer } = await mixed();
    await room.imports('klynge-nordby.txt', { language: 'en' });
    await room.taps(writer, await room.sees('Use the agenda'), 'Use the agenda');
    await room.types(writer, 'start meeting');
    await room.taps(writer, await room.sees(/^ITEM 1 OF/u), 'Approve');
    const minutes = await room.minutes();
    expect(minutes).toContain('### Recommendation');
    expect(minutes).toContain('The recommendation was approved.');
    expect(minutes).toContain('Velkomst og godkendelse af dagsorden');
    expect(minutes).not.toMatch(/^### (?:Indstilling|Beslutning)/mu);
  });
});
