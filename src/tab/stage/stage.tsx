import { StatusLine } from '../shell/statusLine.tsx';

/** The big screen of the room. */
export function Stage() {
  return <StatusLine />;
}
