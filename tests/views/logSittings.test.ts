import { describe, expect, it } from '@jest/globals';
import { logLines } from '../../src/views/logLines.ts';
import { logSittings } from '../../src/views/logSittings.ts';
import { chair, edit, minuteTaker, people, record, running } from '../support/meetingBuilder.ts';
import { openProposal } from '../support/pageCommands.ts';

const write = (text: string) => ({ type: 'WriteProposal', proposalId: 'p-1', text }) as const;

describe('the log for reading', () => {
  it('has a line for a text that somebody typed in one sitting, with the words as they were left', () => {
    const held = running()
      .does(minuteTaker, openProposal('item-2'), write('Vi'), write('Vi bygger'))
      .does(chair, edit('item-4', '', 'Der'), record('item-4', 'd-1'), edit('item-4', 'Der', 'Der var ros.'))
      .does(minuteTaker, write('Vi bygger broen.'));
    const lines = logLines(held.commits, people, 'da');
    expect(lines).toHaveLength(held.commits.length);
    const read = logSittings(held.commits, lines).map(({ who, what }) => `${who} ${what}`);
    expect(read.slice(5)).toEqual([
      'Ole Krogh åbnede et forslag under punkt 2',
      'Ida Brandt beslutning under punkt 4: Tekst af d-1',
      'Ida Brandt skrev referatet af punkt 4: Der var ros.',
      'Ole Krogh skrev på forslaget: Vi bygger broen.',
    ]);
  });

  it('has another line where somebody came back to a text later', () => {
    const held = running().does(chair, edit('item-4', '', 'Der'), edit('item-4', 'Der', 'Der var ros.'));
    const last = held.commits.length - 1;
    const commits = held.commits.map((commit, index) =>
      index === last ? { ...commit, at: '2031-03-06T09:30:00.000Z' } : commit,
    );
    expect(logSittings(commits, logLines(commits, people, 'da'))).toHaveLength(commits.length);
  });
});
