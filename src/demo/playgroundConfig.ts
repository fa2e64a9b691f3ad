import { demoChair } from './demoAgenda.ts';

/** The chat in which the demo's meeting is held; such an id is what Teams gives the chat of a meeting. */
export const meetingChatId = '19:meeting_punktdemo@thread.v2';

/** The others in the chat, exactly the five that the Playground wants: those whom the demo agenda invites. */
const others = ['Jonas Kjeldgaard', 'Nadia Holst', 'Peter Ladegaard', 'Line Skovbo', 'Rasmus Toftegaard'];

interface PlaygroundUser {
  readonly id: string;
  readonly name: string;
  readonly userPrincipleName: string;
  readonly aadObjectId: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
}

/**
 * The configuration file of the Playground (`.m365agentsplayground.yml`; JSON is YAML too). It takes no other keys.
 * @param chair name of the person at the screen, null where the agenda names nobody
 * @param chatName what the group chat is called
 */
export function playgroundConfig(chair: string | null, chatName: string): string {
  const present = chair ?? demoChair;
  // Nobody is granted a role by a name that two bear.
  const rest = others.map((name) => (name === present ? demoChair : name));
  const [currentUser, ...users] = [present, ...rest].map(user);
  return JSON.stringify(
    {
      version: '0.1.1',
      tenantId: '00000000-0000-0000-0000-000000000001',
      bot: { id: '28:punkt-demo', name: 'Punkt' },
      currentUser,
      users,
      personalChat: { id: 'personal-chat-punkt-demo' },
      groupChat: { id: meetingChatId, name: chatName },
      team: {
        id: '19:team-punkt-demo@thread.tacv2',
        name: 'Klyngesekretariatet',
        aadGroupId: '00000000-0000-0000-0000-000000000031',
        channels: [{ id: '19:channel-punkt-demo@thread.tacv2', name: 'Drift' }],
      },
    },
    null,
    2,
  );
}

function user(name: string, index: number): PlaygroundUser {
  const words = name.split(' ');
  const address = `person${index}@lindeklyngen.example`;
  return {
    id: `user-id-${index}`,
    name,
    userPrincipleName: address,
    aadObjectId: `00000000-0000-0000-0000-00000000002${index}`,
    givenName: words.slice(0, -1).join(' ') || name,
    surname: words.at(-1) ?? name,
    email: address,
  };
}
