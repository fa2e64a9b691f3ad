import type { Host } from '../shell/host.ts';
import { StatusLine } from '../shell/statusLine.tsx';

/** The side panel of the meeting. */
export function Panel(_: { readonly host: Host }) {
  return <StatusLine />;
}
