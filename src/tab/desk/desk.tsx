/** The desk while the meeting is held: the whole agenda as one document. */
export function Desk() {
  return null;
}
