import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readServerEvents, type ServerEvent } from '../../../src/tab/live/serverEvents.ts';

/** The stream, in pieces as a network would bring it. */
async function read(bytes: Uint8Array, cuts: readonly number[] = []): Promise<ServerEvent[]> {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1))), bytes.length].sort((a, b) => a - b);
  const pieces = ends.map((end, index) => bytes.slice(index === 0 ? 0 : (ends[index - 1] ?? 0), end));
  const events: ServerEvent[] = [];
  for await (const event of readServerEvents(ReadableStream.from(pieces) as ReadableStream<Uint8Array>))
    events.push(event);
  return events;
}
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a stream of server-sent events', () => {
  it('gives type, data and the last id', async () => {
    const text = 'id: 7\nevent: change\ndata: {"head":null}\n\nevent: clock\ndata: {"now":"x"}\n\n';
    expect(await read(bytesOf(text))).toEqual([
      { type: 'change', data: '{"head":null}', id: '7' },
      { type: 'clock', data: '{"now":"x"}', id: '7' },
    ]);
  });

  it('says that somebody is there where a comment comes', async () => {
    expect(await read(bytesOf(':\n\n'))).toEqual([{ type: 'comment', data: '', id: null }]);
  });

  it('joins several lines of data, and takes an event without a type for a message', async () => {
    expect(await read(bytesOf('data: a\ndata: b\n\n'))).toEqual([
      { type: 'message', data: 'a\nb', id: null },
    ]);
  });

  it('gives nothing of an event that was cut off', async () => {
    expect(await read(bytesOf('event: change\ndata: {"he'))).toEqual([]);
    expect(await read(bytesOf('event: change\ndata: {}\n'))).toEqual([]);
  });

  it('is the same however it comes in pieces, and however its lines end', async () => {
    const text = 'id: 1\nevent: a\ndata: Lindeklyngen æøå 👍\n\n:\n\nevent: b\ndata: 2\n\n';
    const whole = await read(bytesOf(text));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(200), { maxLength: 8 }),
        async (end, cuts) => {
          const lines = bytesOf(`${text.replaceAll('\n', end)}:${end}`);
          const found = await read(lines, cuts);
          expect(found.slice(0, whole.length)).toEqual(whole);
        },
      ),
    );
  });
});
