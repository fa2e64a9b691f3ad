/** After the meeting: the draft, section by section. */
export function After() {
  return null;
}
