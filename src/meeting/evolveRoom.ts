import type { MeetingEvent } from './events.ts';
import type { Stamp } from './record.ts';
import type { AccessLink, Meeting } from './state.ts';

/**
 * The events of what lies beside the items: a proposal that is worded, links to the page, whose account is whose, what
 * was asked, who came.
 */
export type RoomEvent = Extract<
  MeetingEvent,
  {
    type:
      | 'ProposalOpened'
      | 'ProposalWritten'
      | 'PenTaken'
      | 'ProposalDecided'
      | 'ProposalDropped'
      | 'AccessLinkIssued'
      | 'AccessLinkTaken'
      | 'AccessLinkRevoked'
      | 'IdentitySettled'
      | 'MovedOnAnswered'
      | 'AttendanceRecorded'
      | 'AttendanceSuggested';
  }
>;

/** The meeting after one of them. */
export function evolveRoom(meeting: Meeting, event: RoomEvent, version: number, stamp: Stamp): Meeting {
  switch (event.type) {
    case 'ProposalOpened': {
      const { proposalId: id, itemId, text } = event;
      return { ...meeting, openProposal: { id, itemId, text, pen: stamp.by, ...stamp } };
    }
    case 'ProposalWritten':
      return meeting.openProposal
        ? { ...meeting, openProposal: { ...meeting.openProposal, text: event.text } }
        : meeting;
    case 'PenTaken':
      return meeting.openProposal
        ? { ...meeting, openProposal: { ...meeting.openProposal, pen: stamp.by } }
        : meeting;
    case 'ProposalDecided':
    case 'ProposalDropped':
      return { ...meeting, openProposal: null };
    case 'AccessLinkIssued': {
      const { linkId: id, personId, secretHash, authenticated, grounds } = event;
      const link = { id, personId, secretHash, authenticated, grounds, deviceHash: null, revoked: false };
      return { ...meeting, links: [...meeting.links, { ...link, ...stamp }] };
    }
    case 'AccessLinkTaken':
      return withLink(meeting, event.linkId, { deviceHash: event.deviceHash });
    case 'AccessLinkRevoked':
      return withLink(meeting, event.linkId, { revoked: true });
    case 'IdentitySettled': {
      const { personId, accountId, same } = event;
      return { ...meeting, identities: [...meeting.identities, { personId, accountId, same }] };
    }
    case 'MovedOnAnswered': {
      const { itemId, movedOn } = event;
      return { ...meeting, movedOn: [...meeting.movedOn, { itemId, movedOn, ...stamp }] };
    }
    case 'AttendanceRecorded': {
      const { personIds, attendance, takesBack } = event;
      const noted = personIds.map((personId) => {
        const known = meeting.attendance[personId];
        // Of several words in one commit the first knows how it was before it.
        const before = known?.version === version ? known.before : (known?.attendance ?? null);
        const back = takesBack === undefined && before !== undefined ? { before } : {};
        return [personId, { attendance, version, ...stamp, ...back }] as const;
      });
      return { ...meeting, attendance: { ...meeting.attendance, ...Object.fromEntries(noted) } };
    }
    case 'AttendanceSuggested':
      return { ...meeting, joined: [...meeting.joined, event.personId] };
    default:
      return event satisfies never;
  }
}

const withLink = (meeting: Meeting, linkId: string, change: Partial<AccessLink>): Meeting => ({
  ...meeting,
  links: meeting.links.map((link) => (link.id === linkId ? { ...link, ...change } : link)),
});
