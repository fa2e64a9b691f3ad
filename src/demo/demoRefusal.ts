/** The demo cannot run; `message` is the one line that says why and what to do. */
export class DemoRefusal extends Error {
  override name = 'DemoRefusal';
}
