import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeConversation, FakePerson, FakeTeams } from './fakeTeams.ts';

type Json = Record<string, unknown>;

/** Where Teams would keep dropped files, on loopback. */
export interface FileHost extends AsyncDisposable {
  /** Paths that were asked for, with the headers. */
  readonly asked: { readonly path: string; readonly headers: Json }[];
  /** A file to fetch once or often; gives its URL. */
  file(bytes: Uint8Array): string;
  /** An answer of one's own. */
  answers(how: (response: ServerResponse) => void): string;
}

export async function startFileHost(): Promise<FileHost> {
  const answers = new Map<string, (response: ServerResponse) => void>();
  const asked: FileHost['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: { ...request.headers } });
    const answer = answers.get(path);
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host: FileHost = {
    asked,
    file: (bytes) =>
      host.answers((response) => {
        response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
      }),
    answers(how) {
      const path = `/_layouts/15/download.aspx?UniqueId=${randomUUID()}`;
      answers.set(path, how);
      return `http://127.0.0.1:${port}${path}`;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return host;
}

/** A file as Teams hangs it on a message in the personal chat; `url` undefined: without one. */
export const attached = (name: string, url?: string): Json => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: `https://nordby-my.sharepoint.com/personal/x/Documents/${encodeURIComponent(name)}`,
  name,
  content: {
    ...(url === undefined ? {} : { downloadUrl: url }),
    uniqueId: createHash('sha256').update(name).digest('hex').slice(0, 32),
    fileType: name.split('.').at(-1),
  },
});

/** The message with which somebody drops files; Teams sends its HTML along. */
export const dropping = (
  teams: FakeTeams,
  chat: FakeConversation,
  person: FakePerson,
  files: readonly Json[],
  rest: Json = {},
): Json =>
  teams.activity(chat, person, 'message', {
    text: '',
    attachments: [...files, { contentType: 'text/html', content: '<div>&nbsp;</div>' }],
    ...rest,
  });
