import type { TextStorage } from './keptAsks.ts';

/** Under which this browser keeps what somebody typed in a meeting and the server does not have; the meeting follows. */
const KEPT = ['punkt.ask.', 'punkt.text.', 'punkt.typed.'];

/** Forgets all that was typed here in a meeting that this reader is not to see any more. */
export function forgetKept(storage: TextStorage | null, meetingId: string): void {
  try {
    if (!storage) return;
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    for (const key of keys)
      if (KEPT.some((kept) => key.startsWith(`${kept}${meetingId}.`))) storage.removeItem(key);
  } catch {
    // Forbidden: then nothing was kept.
  }
}
