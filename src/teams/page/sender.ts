/**
 * Who sends, as far as the network tells: the last hop that a proxy saw, else the other end of the connection. Without
 * the port, which is another for every connection, and of IPv6 the network, of which one machine may have every address.
 * @param forwardedFor X-Forwarded-For
 */
export function senderOf(forwardedFor: string, remoteAddress: string): string {
  const address = forwardedFor.split(',').at(-1)?.trim() || remoteAddress;
  const v4 = /^(?:\[?::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})\]?(?::\d+)?$/iu.exec(address)?.[1];
  if (v4) return v4;
  const v6 = /^\[?([\da-f:]+)(?:%\w+)?(?:\](?::\d+)?)?$/iu.exec(address)?.[1];
  return v6?.includes(':') ? networkOf(v6.toLowerCase()) : address;
}

/** The first 64 bits of an IPv6 address, written out. */
function networkOf(address: string): string {
  const [head = '', tail = ''] = address.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [first, last] = [groups(head), groups(tail)];
  const missing = address.includes('::') ? Math.max(0, 8 - first.length - last.length) : 0;
  const all = [...first, ...Array.from({ length: missing }, () => '0'), ...last];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/u, ''))
    .join(':');
}
