/** One event of a stream of server-sent events; a comment comes as `type` "comment" (it shows that somebody is there). */
export interface ServerEvent {
  readonly type: string;
  readonly data: string;
  /** The last id that the stream gave, of this event or before it. */
  readonly id: string | null;
}

/** The events of a stream as they come (WHATWG HTML 9.2, "event stream interpretation"). Ends as the stream does. */
export async function* readServerEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  let id: string | null = null;
  let type = '';
  let data: string[] = [];
  for await (const line of linesOf(body)) {
    if (line === '') {
      if (data.length > 0) yield { type: type || 'message', data: data.join('\n'), id };
      type = '';
      data = [];
    } else if (line.startsWith(':')) {
      yield { type: 'comment', data: line.slice(1), id };
    } else {
      const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/su.exec(line) ?? [];
      if (field === 'data') data.push(value);
      if (field === 'event') type = value;
      if (field === 'id' && !value.includes('\0')) id = value;
    }
  }
}

/** Lines end with CR LF, LF or CR; what stands after the last is no line yet. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      // A CR at the end may be half of a CR LF.
      const lines = rest.split(/\r\n|\n|\r(?!$)/u);
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
