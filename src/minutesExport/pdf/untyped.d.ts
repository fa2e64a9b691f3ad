/** The few parts of fontkit and linebreak that are used here; neither ships types. */
declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly id: number };
  }
  export function create(file: Uint8Array): Font;
}

declare module 'linebreak' {
  /** Places where a line may end, by UAX #14. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
