import { describe, expect, it } from '@jest/globals';
import { newPerson, type People } from '../../src/meeting/people.ts';
import type { HeldRole, Meeting } from '../../src/meeting/state.ts';
import { leadersIds } from '../../src/views/refresh.ts';
import { running } from '../support/meetingBuilder.ts';

const withRoles = (roles: readonly HeldRole[]): Meeting => ({ ...running().meeting, roles });
const held = (personId: string, role: HeldRole['role']): HeldRole => ({ personId, role, grounds: 'agenda' });
const known = (...ids: readonly string[]): People =>
  Object.fromEntries(
    ids.map((id) => [id, newPerson(id, id, { teams: { userId: `29:${id}`, tenantId: null } })]),
  );

describe('whose clients draw a card anew by themselves', () => {
  it('are those of the chair first, then of who takes the minutes', () => {
    const meeting = withRoles([held('writer', 'minuteTaker'), held('chair', 'chair')]);
    expect(leadersIds(meeting, known('writer', 'chair', 'other'))).toEqual(['29:chair', '29:writer']);
  });

  it('are none of whom Teams has told no id, and each once', () => {
    const meeting = withRoles([held('chair', 'chair'), held('chair', 'minuteTaker'), held('far', 'coChair')]);
    expect(leadersIds(meeting, known('chair'))).toEqual(['29:chair']);
  });

  it('are 60 at most, as Teams takes no more', () => {
    const ids = Array.from({ length: 80 }, (_, index) => `writer-${index}`);
    const meeting = withRoles([...ids.map((id) => held(id, 'minuteTaker')), held('chair', 'chair')]);
    const userIds = leadersIds(meeting, known(...ids, 'chair'));
    expect(userIds).toHaveLength(60);
    expect(userIds[0]).toBe('29:chair');
  });
});
