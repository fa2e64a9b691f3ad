/** Before the meeting: the agenda as it was read, to be corrected in place. */
export function Before() {
  return null;
}
