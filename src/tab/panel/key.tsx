/** The key that does the same, as it is printed on keyboards; nothing where keys are off. */
export function Key({ name }: { readonly name: string | null }) {
  return name === null ? null : (
    <span aria-hidden="true" className="panelKey">
      {name.toUpperCase()}
    </span>
  );
}
