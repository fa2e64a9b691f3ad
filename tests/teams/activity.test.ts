import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationReference, readActivity } from '../../src/teams/activity.ts';
import { mentionFreeText } from '../../src/teams/messageText.ts';
import type { FakeConversation, FakePerson, FakeTeams } from '../support/fakeTeams.ts';
import { button, buttons, inputs, startFakeTeams, texts, untouched } from '../support/fakeTeams.ts';

let teams: FakeTeams;
let person: FakePerson;
let chat: FakeConversation;

beforeAll(async () => {
  teams = await startFakeTeams();
  person = teams.person('Astrid Lund');
  chat = teams.groupChat([person]);
});
afterAll(() => teams.close());

/** The text of a line as it comes in, with those mentions (name, id) in order. */
function said(text: string, ...mentions: [string, string][]): string {
  const entities = mentions.map(([name, id]) => ({
    type: 'mention',
    mentioned: { id, name },
    text: `<at>${name}</at>`,
  }));
  const incoming = readActivity({ ...teams.line(chat, person, ''), text, entities });
  if (incoming?.kind !== 'line') throw new Error(`no line: ${incoming?.kind}`);
  return mentionFreeText(incoming.activity);
}

describe('the text of a line', () => {
  it('is without the mention of the bot, wherever it stands', () => {
    const me: [string, string] = ['Punkt', teams.bot.id];
    expect(said('<at>Punkt</at> næste', me)).toBe('næste');
    expect(said('<at>Punkt</at>&nbsp;næste\r\n', me)).toBe('næste');
    expect(said('hej <at>Punkt</at> næste', me)).toBe('hej næste');
    expect(said('næste <at>Punkt</at>', me)).toBe('næste');
    expect(said('<at>Punkt</at>\nnotér: a\nb', me)).toBe('notér: a\nb');
    expect(said('<at>Punkt</at> <at>Punkt</at> næste', me, me)).toBe('næste');
  });

  it('has other people’s mentions as their names, also of a person named like the bot', () => {
    const mentions: [string, string][] = [
      ['Punkt', teams.bot.id],
      ['Bo Krogh', '29:bo'],
      ['Punkt', '29:other'],
    ];
    expect(
      said('<at>Punkt</at> tovholder: <at>Bo Krogh</at> og <at>Punkt</at> frist uge 5', ...mentions),
    ).toBe('tovholder: Bo Krogh og Punkt frist uge 5');
  });

  it('has its entities decoded once', () => {
    expect(said('a &amp; b &lt;script&gt; &quot;c&quot; &#39;d&#39; &#x1F600; &aelig;')).toBe(
      'a & b <script> "c" \'d\' 😀 æ',
    );
    expect(said('&amp;lt; &ukendt; &#0; &#x110000; AT&T')).toBe('&lt; &ukendt; &#0; &#x110000; AT&T');
  });

  it('is without the messages that it answers by quoting them', () => {
    const quote = '<quoted messageId="1783419459151"/>';
    expect(said(`${quote}<at>Punkt</at> næste`, ['Punkt', teams.bot.id])).toBe('næste');
    expect(said(`${quote} ${quote} ja`)).toBe('ja');
    expect(said('&lt;quoted messageId="1"/&gt; ja')).toBe('<quoted messageId="1"/> ja');
  });

  it('keeps what was typed: markup, spaces, lines, other scripts', () => {
    const typed = ['**fed** [x](http://x) $', '{title}  שלום\n\n- ét'].join('');
    expect(said(typed)).toBe(typed);
    expect(said('uge\u00a05\u200b')).toBe('uge 5');
  });
});

describe('an activity', () => {
  it('is read though optional parts are of the wrong kind', () => {
    const odd = {
      ...teams.line(chat, person, 'hej'),
      locale: 5,
      timestamp: null,
      channelData: 'x',
      entities: 'y',
    };
    expect(readActivity(odd)).toMatchObject({ kind: 'line', activity: { entities: [] } });
  });

  it('has a shared conversation if it does not say which kind, because a personal one may show more', () => {
    const line = teams.line(teams.personalChat(person), person, 'hej');
    const read = (conversation: object) => {
      const incoming = readActivity({ ...line, conversation });
      return incoming && conversationReference(incoming.activity).conversationType;
    };
    expect(read(line.conversation as object)).toBe('personal');
    expect(read({ id: 'a:1' })).toBe('groupChat');
  });

  it('is of a channel if its id or its team says so, as events of meetings do not', () => {
    const thread = teams.channel([person]);
    const { conversationType: _, ...unsaid } = teams.line(thread, person, 'hej').conversation as {
      conversationType: string;
    };
    const read = (change: object) => {
      const incoming = readActivity({
        ...teams.line(thread, person, 'hej'),
        conversation: unsaid,
        ...change,
      });
      return incoming && conversationReference(incoming.activity);
    };
    expect(read({ channelData: {} })).toMatchObject({ conversationType: 'channel' });
    expect(read({ conversation: { id: '19:old@thread.skype' } })).toMatchObject({
      conversationType: 'channel',
    });
  });

  it('names the team of a channel, unless the channel has members of its own', () => {
    const thread = teams.channel([person]);
    const team = { id: thread.teamId };
    const read = (channel: object) => {
      const incoming = readActivity({
        ...teams.line(thread, person, 'hej'),
        channelData: { team, channel: { id: thread.id.split(';')[0], ...channel } },
      });
      return incoming && conversationReference(incoming.activity).teamId;
    };
    expect(read({})).toBe(thread.teamId);
    expect(read({ type: 'standard' })).toBe(thread.teamId);
    expect(read({ type: 'private' })).toBeUndefined();
    expect(read({ type: 'shared' })).toBeUndefined();
  });

  it('of a chat between two people is not of the bot’s own chat with one of them', () => {
    const line = teams.line(teams.personalChat(person), person, 'hej');
    const conversation = { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal' };
    const incoming = readActivity({ ...line, conversation });
    expect(incoming && conversationReference(incoming.activity).conversationType).toBe('groupChat');
  });

  it('is the answer to an offered file only where it says yes or no; what it is put with may be missing', () => {
    const read = (value: unknown) =>
      readActivity(teams.activity(chat, person, 'invoke', { name: 'fileConsent/invoke', value }));
    const yes = { action: 'accept', context: { m: 'x' }, uploadInfo: { uploadUrl: 'https://x', name: 7 } };
    expect(read(yes)).toMatchObject({
      kind: 'fileConsent',
      activity: { value: { uploadInfo: { uploadUrl: 'https://x' } } },
    });
    expect(read({ action: 'decline' })?.kind).toBe('fileConsent');
    expect(read({ action: 'accept', uploadInfo: 'there' })?.kind).toBe('fileConsent');
    for (const broken of [undefined, null, 'accept', {}, { action: 'perhaps' }])
      expect(read(broken)?.kind).toBe('unknownInvoke');
  });

  it('tells how to reach its conversation again', () => {
    const incoming = readActivity(teams.line(chat, person, 'hej'));
    expect(incoming && conversationReference(incoming.activity)).toEqual({
      conversationId: chat.id,
      conversationType: 'groupChat',
      serviceUrl: teams.url,
      tenantId: teams.tenantId,
      botId: teams.bot.id,
      botName: 'Punkt',
    });
  });

  it.each(['id', 'type', 'serviceUrl', 'channelId', 'from', 'recipient', 'conversation'])(
    'without %s is none',
    (name) => {
      expect(readActivity({ ...teams.line(chat, person, 'hej'), [name]: undefined })).toBeNull();
    },
  );
});

describe('reading a card', () => {
  const card = {
    type: 'AdaptiveCard',
    body: [
      { type: 'TextBlock', text: 'Overskrift' },
      { type: 'RichTextBlock', inlines: ['Ret', { type: 'TextRun', text: 'kant' }] },
      { type: 'FactSet', facts: [{ title: 'Sted', value: 'Lokale 2' }] },
      {
        type: 'Container',
        selectAction: { type: 'Action.Execute', title: 'Punkt 3', verb: 'open', data: { item: '3' } },
        items: [
          {
            type: 'ColumnSet',
            columns: [
              {
                type: 'Column',
                items: [
                  {
                    type: 'ActionSet',
                    actions: [
                      {
                        type: 'Action.Execute',
                        title: 'Godkend',
                        verb: 'approve',
                        data: { title: 'ikke til at læse' },
                        fallback: { type: 'Action.Submit', title: 'Gammel' },
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      { type: 'TextBlock', text: 'Skjult', isVisible: false },
      {
        type: 'Input.ChoiceSet',
        id: 'who',
        label: 'Hvem',
        value: 'a',
        choices: [{ title: 'Anna', value: 'a' }],
      },
      { type: 'Input.Text', id: 'what', placeholder: 'Hvad' },
    ],
    actions: [{ type: 'Action.ToggleVisibility', title: 'Mere …' }],
  };

  it('finds every button, by title too', () => {
    expect(buttons(card).map(({ title }) => title)).toEqual(['Punkt 3', 'Godkend', 'Mere …']);
    expect(button(card, 'Godkend')).toMatchObject({ type: 'Action.Execute', verb: 'approve' });
    expect(button(card, /^Punkt/).data).toEqual({ item: '3' });
    expect(() => button(card, 'Gammel')).toThrow('there are: Punkt 3 | Godkend | Mere …');
    const twins = [1, 2].map((item) => ({
      type: 'Action.Execute',
      title: 'Vælg',
      verb: 'v',
      data: { item },
    }));
    expect(() => button(twins, 'Vælg')).toThrow('2 different buttons Vælg');
  });

  it('finds the fields with what stands in them', () => {
    expect(inputs(card).map(({ id }) => id)).toEqual(['who', 'what']);
    expect(untouched(card)).toEqual({ who: 'a', what: '' });
  });

  it('reads what is visible', () => {
    expect(texts(card)).toEqual([
      'Overskrift',
      'Retkant',
      'Sted',
      'Lokale 2',
      'Punkt 3',
      'Godkend',
      'Hvem',
      'Anna',
      'Hvad',
      'Mere …',
    ]);
  });
});
