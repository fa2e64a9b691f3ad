import { isAllowedFileUrl } from './fileDownload.ts';

/** `expired`: Teams does not take it there (any more); `failed`: worth another try. */
export type Uploaded = 'placed' | 'expired' | 'failed' | 'foreignHost';

/** For connecting and sending: a file of some megabytes over a slow line. */
const UPLOAD_MS = 60_000;

/**
 * Puts a file where Teams said, in one piece (the upload session of OneDrive: `PUT` with `Content-Range`). Without
 * credentials: the URL itself lets in. Follows no redirection. Never throws; `stop` gives it up.
 */
export async function upload(
  bytes: Uint8Array,
  to: string,
  mode: 'production' | 'development',
  stop: AbortSignal,
): Promise<Uploaded> {
  if (!isAllowedFileUrl(to, mode)) return 'foreignHost';
  try {
    const response = await fetch(to, {
      method: 'PUT',
      redirect: 'manual',
      credentials: 'omit',
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
      },
      body: Buffer.from(bytes),
      signal: AbortSignal.any([AbortSignal.timeout(UPLOAD_MS), stop]),
    });
    await response.body?.cancel();
    if (response.ok) return 'placed';
    return response.status >= 500 || response.status === 429 ? 'failed' : 'expired';
  } catch {
    return 'failed';
  }
}
