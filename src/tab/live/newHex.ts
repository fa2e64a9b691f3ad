/** A fresh opaque id: 24 hex characters, from the browser's own source of chance. */
export function newHex(bytes = 12): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
