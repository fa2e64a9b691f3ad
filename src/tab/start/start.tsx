/** The start page of development mode: who, where, which meeting. */
export function Start() {
  return null;
}
