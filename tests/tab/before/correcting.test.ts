import { describe, expect, it } from '@jest/globals';
import { changeHead, changeItem, putPerson } from '../../../src/tab/before/agendaEdits.ts';
import { Correcting } from '../../../src/tab/before/correcting.ts';
import type { Ask, AskAnswer, CorrectedAgenda } from '../../../src/views/page/ask.ts';
import { agenda, item } from './agendas.ts';

const first = agenda([item('a', { title: 'Velkomst' }), item('b', { title: 'Budget' })]);
const titles = ({ items }: CorrectedAgenda) => items.map(({ title }) => title).join(', ');
const retitle = (id: string, title: string) => changeItem(id, { title });

/** The page without a server: what is asked is answered by the test, and time passes when it says so. */
function stage() {
  const asked: { ask: Extract<Ask, { ask: 'correctAgenda' }>; answer(answer: AskAnswer): Promise<void> }[] =
    [];
  let waiting: (() => void)[] = [];
  const correcting = new Correcting(
    {
      ask: (ask) =>
        new Promise((resolve) => {
          if (ask.ask !== 'correctAgenda') throw new Error(ask.ask);
          asked.push({
            ask,
            async answer(answer) {
              resolve(answer);
              await Promise.resolve();
              await Promise.resolve();
            },
          });
        }),
      later(work) {
        waiting.push(work);
        return () => {
          waiting = waiting.filter((one) => one !== work);
        };
      },
    },
    1,
    first,
  );
  const pass = () => {
    for (const work of waiting.splice(0)) work();
  };
  const accept = () => asked.at(-1)?.answer({ kind: 'accepted', version: 2 });
  const refuse = (code: string, sentence: string) =>
    asked.at(-1)?.answer({ kind: 'refused', code, sentence, version: 2 });
  return { correcting, asked, pass, accept, refuse };
}

describe('what is corrected', () => {
  it('is saved after a pause, all of it at once, on the edition that was corrected', () => {
    const { correcting, asked, pass } = stage();
    correcting.edit(retitle('a', 'V'), 'title:a');
    correcting.edit(retitle('a', 'Ve'), 'title:a');
    expect([asked.length, correcting.state().save]).toEqual([0, 'waiting']);
    pass();
    expect(asked.map(({ ask }) => [ask.edition, titles(ask.agenda)])).toEqual([[1, 'Ve, Budget']]);
    expect(correcting.state().save).toBe('saving');
  });

  it('is saved once it is answered, and saved no second time when the view shows it', async () => {
    const { correcting, asked, pass, accept } = stage();
    correcting.edit(retitle('a', 'Ve'));
    pass();
    await accept();
    expect(correcting.state().save).toBe('saved');
    correcting.show(2, retitle('a', 'Ve')(first));
    pass();
    expect([asked.length, correcting.state().save]).toEqual([1, 'saved']);
  });

  it('goes out on the edition that its own saving made, once the view shows that', async () => {
    const { correcting, asked, pass, accept } = stage();
    correcting.edit(retitle('a', 'Ve'));
    pass();
    correcting.edit(retitle('b', 'Bu'));
    await accept();
    pass();
    expect(asked).toHaveLength(1);
    correcting.show(2, retitle('a', 'Ve')(first));
    pass();
    expect(asked.slice(1).map(({ ask }) => [ask.edition, titles(ask.agenda)])).toEqual([[2, 'Ve, Bu']]);
  });

  it('is not lost where the view is faster than the answer', async () => {
    const { correcting, asked, pass, accept } = stage();
    correcting.edit(retitle('a', 'Ve'));
    pass();
    correcting.show(2, retitle('a', 'Ve')(first));
    await accept();
    correcting.edit(retitle('b', 'Bu'));
    pass();
    expect(asked.map(({ ask }) => [ask.edition, titles(ask.agenda)])).toEqual([
      [1, 'Ve, Budget'],
      [2, 'Ve, Bu'],
    ]);
  });

  it('is taken back and done again, and each is saved', async () => {
    const { correcting, asked, pass, accept } = stage();
    correcting.edit(retitle('a', 'Ve'));
    pass();
    await accept();
    correcting.show(2, retitle('a', 'Ve')(first));
    correcting.undo();
    expect([titles(correcting.state().agenda), correcting.state().canRedo]).toEqual([
      'Velkomst, Budget',
      true,
    ]);
    pass();
    expect(asked.at(-1)?.ask.edition).toBe(2);
    correcting.redo();
    expect(titles(correcting.state().agenda)).toBe('Ve, Budget');
  });

  it('can be done again after taking back somebody whom the meeting knows from then on', async () => {
    const { correcting, pass, accept } = stage();
    const nina = { personId: 'n', name: 'Nina Dahl', title: null, organisation: null };
    correcting.edit(putPerson(nina));
    correcting.edit(retitle('a', 'Ve'));
    pass();
    await accept();
    correcting.show(2, { ...retitle('a', 'Ve')(first), people: [nina] });
    correcting.undo();
    correcting.undo();
    pass();
    await accept();
    correcting.show(3, { ...first, people: [nina] });
    expect(correcting.state().canRedo).toBe(true);
    correcting.redo();
    correcting.redo();
    expect(titles(correcting.state().agenda)).toBe('Ve, Budget');
  });

  it('sends of the people only those who are new or corrected', () => {
    const { correcting, asked, pass } = stage();
    const person = { personId: 'ellen', name: 'Ellen Brandt', title: 'direktør', organisation: null };
    correcting.show(1, { ...first, people: [{ ...person, title: null }] });
    correcting.edit(putPerson(person));
    pass();
    expect(asked[0]?.ask.agenda.people).toEqual([person]);
  });

  it('that the server does not take stays where it is, with the reason', async () => {
    const { correcting, pass, refuse, asked } = stage();
    correcting.edit(retitle('a', 'Ve'));
    pass();
    await refuse('itemInUse', 'Punktet er i brug.');
    expect(correcting.state()).toMatchObject({ refused: 'Punktet er i brug.', save: 'waiting' });
    pass();
    expect(asked).toHaveLength(1);
    correcting.edit(retitle('a', 'Vel'));
    expect(correcting.state().refused).toBeNull();
    pass();
    expect(asked).toHaveLength(2);
  });
});

describe('what others correct meanwhile', () => {
  it('is shown where I have corrected nothing', () => {
    const { correcting } = stage();
    correcting.show(2, retitle('b', 'Regnskab')(first));
    expect(titles(correcting.state().agenda)).toBe('Velkomst, Regnskab');
    expect(correcting.state().canUndo).toBe(false);
  });

  it('stands beside mine where we corrected different things', async () => {
    const { correcting, asked, pass, refuse } = stage();
    correcting.edit(retitle('a', 'Ve'));
    pass();
    await refuse('agendaChanged', 'Dagsordenen er ændret.');
    correcting.show(2, retitle('b', 'Regnskab')(first));
    expect([titles(correcting.state().agenda), correcting.state().notSaved]).toEqual(['Ve, Regnskab', []]);
    pass();
    expect(asked.map(({ ask }) => [ask.edition, titles(ask.agenda)]).at(-1)).toEqual([2, 'Ve, Regnskab']);
  });

  it('is shown where we corrected the same, with mine offered again', async () => {
    const { correcting, asked, pass, refuse } = stage();
    correcting.edit(retitle('a', 'Mit'));
    correcting.edit(changeHead({ place: 'Sal 2' }));
    pass();
    await refuse('agendaChanged', 'Dagsordenen er ændret.');
    correcting.show(2, retitle('a', 'Dit')(first));
    expect(titles(correcting.state().agenda)).toBe('Dit, Budget');
    expect(correcting.state().notSaved).toEqual([
      { kind: 'head', part: 'place' },
      { kind: 'changed', number: null, title: 'Mit', parts: ['title'] },
    ]);
    pass();
    expect(asked).toHaveLength(1);
    correcting.putBack();
    expect([titles(correcting.state().agenda), correcting.state().agenda.place]).toEqual([
      'Mit, Budget',
      'Sal 2',
    ]);
    expect(correcting.state().notSaved).toEqual([]);
    pass();
    expect(asked.at(-1)?.ask.edition).toBe(2);
  });

  it('is right as it is, if I say so', async () => {
    const { correcting, pass, asked } = stage();
    correcting.edit(retitle('a', 'Mit'));
    correcting.show(2, retitle('a', 'Dit')(first));
    correcting.letGo();
    pass();
    expect([titles(correcting.state().agenda), correcting.state().notSaved, asked.length]).toEqual([
      'Dit, Budget',
      [],
      0,
    ]);
  });

  it('is not taken back by my taking back', () => {
    const { correcting } = stage();
    correcting.edit(retitle('a', 'Ve'));
    correcting.show(2, retitle('b', 'Regnskab')(first));
    correcting.undo();
    expect(titles(correcting.state().agenda)).toBe('Ve, Regnskab');
  });
});
