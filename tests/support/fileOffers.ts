import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeConversation, FakeMessage, FakePerson, FakeTeams } from './fakeTeams.ts';

type Json = Record<string, unknown>;

/** Where OneDrive would take a file, on loopback. */
export interface Drive extends AsyncDisposable {
  /** What was put there, oldest first. */
  readonly put: { readonly path: string; readonly headers: Json; readonly bytes: Buffer }[];
  /** A fresh place to put a file; answers with these statuses in turn, then 201. */
  place(...statuses: readonly number[]): string;
}

export async function startDrive(): Promise<Drive> {
  const put: Drive['put'] = [];
  const answers = new Map<string, number[]>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? '';
    put.push({ path, headers: { ...request.headers }, bytes: Buffer.concat(chunks) });
    response.writeHead(answers.get(path)?.shift() ?? 201).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let count = 0;
  return {
    put,
    place(...statuses) {
      count += 1;
      const path = `/uploadSession/${count}`;
      answers.set(path, [...statuses]);
      return `http://127.0.0.1:${port}${path}`;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';

/** The file that a message offers; undefined for any other message. */
export function offered(message: FakeMessage): { name: string; content: Json } | undefined {
  const [attachment] = (message.activity.attachments ?? []) as {
    contentType: string;
    name: string;
    content: Json;
  }[];
  return attachment?.contentType === CONSENT ? attachment : undefined;
}

/** The newest offer that nobody has answered yet, once it is there. */
export const offer = (teams: FakeTeams, chat: FakeConversation, after = 0): Promise<FakeMessage> =>
  teams.until(() => chat.messages.slice(after).findLast((message) => offered(message)));

/** Somebody's answer to an offer as Teams sends it. */
export function consents(
  teams: FakeTeams,
  chat: FakeConversation,
  person: FakePerson,
  message: FakeMessage,
  answer: { readonly uploadUrl: string } | 'decline',
): Json {
  const file = offered(message);
  const name = file?.name ?? '';
  const accepted =
    answer === 'decline'
      ? {}
      : {
          uploadInfo: {
            name,
            uploadUrl: answer.uploadUrl,
            contentUrl: `https://nordby-my.sharepoint.com/personal/x/Documents/${encodeURIComponent(name)}`,
            uniqueId: 'unique-1',
            fileType: name.split('.').at(-1),
          },
        };
  return teams.activity(chat, person, 'invoke', {
    name: 'fileConsent/invoke',
    replyToId: message.activityId,
    value: {
      type: 'fileUpload',
      action: answer === 'decline' ? 'decline' : 'accept',
      context: file?.content.acceptContext,
      ...accepted,
    },
  });
}
