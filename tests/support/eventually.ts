/** Reads until what is read holds, for 20 s at most; gives what was read last, so that an expectation can show it. */
export async function eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const limit = performance.now() + 20_000;
  let value = await read();
  while (!holds(value) && performance.now() < limit) value = await read();
  return value;
}
