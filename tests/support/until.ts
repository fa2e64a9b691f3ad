/**
 * Resolves with the first thing that `find` gives, now or when a watcher is called; rejects after 20 s, or with what
 * `find` throws. Waiting for what happens, never for a while.
 */
export function until<T>(find: () => T | undefined | null | false, watchers: Set<() => void>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(limit);
      watchers.delete(look);
    };
    const limit = setTimeout(() => {
      end();
      reject(new Error(`nothing found in 20 s: ${find}`));
    }, 20_000);
    const look = () => {
      try {
        const found = find();
        if (found === undefined || found === null || found === false) return;
        end();
        resolve(found);
      } catch (error) {
        end();
        reject(error);
      }
    };
    watchers.add(look);
    look();
  });
}
