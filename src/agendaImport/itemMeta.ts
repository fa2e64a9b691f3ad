/** Lines below a heading that say who presents or how long it takes ("Oplæg: …", "v/ …", "Tid: 10 min."). */
export const metaField =
  /^(?:(?<who>oplægsholdere?|oplæg(?: (?:ved|v\.|v\/|af))?|præsentation (?:ved|v\.|v\/|af)|præsenteres af|fremlægges af|fremlægger|indlæg (?:ved|v\.|v\/|af)|indledes af|ved|v\/|v\.(?= ?\p{L})|(?:punkt)?ansvarlig|ansvarlig for punktet|sagsansvarlig|ordfører|oplægsgiver)|(?<time>tid(?:sforbrug|sramme|spunkt)?|varighed|afsat tid))\s*:?\s+(?<value>\S.*)$/iu;

/** Such a line with a label of its own, which ends the heading above it. */
export const isMetaLine = (text: string): boolean => metaField.test(text) && /^[\p{L} ]+:/u.test(text);
