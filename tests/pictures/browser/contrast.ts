/** Red, green, blue 0-255 and opacity 0-1. */
type Colour = readonly [number, number, number, number];

const read = (css: string): Colour => {
  const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/gu) ?? []).map(Number);
  return [r, g, b, a];
};

const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [
  r * a + R * (1 - a),
  g * a + G * (1 - a),
  b * a + B * (1 - a),
  1,
];

/** What is behind the text of an element: all backgrounds up to the first that hides the rest. */
function background(element: Element | null): Colour {
  if (!element) return [255, 255, 255, 1];
  const own = read(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, background(element.parentElement));
}

/** Relative luminance, WCAG 2.1. */
function luminance([r, g, b]: Colour): number {
  const [R, G, B] = [r, g, b].map((channel) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (R ?? 0) + 0.7152 * (G ?? 0) + 0.0722 * (B ?? 0);
}

/** Contrast ratio of an element's text against what is behind it, 1 to 21 (WCAG 2.1). */
export function contrastOf(element: Element): number {
  const behind = background(element);
  const text = over(read(getComputedStyle(element).color), behind);
  const [light, dark] = [luminance(text), luminance(behind)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** 4.5, and 3 for large text: from 24 px, or 18.66 px in bold (WCAG 2.1, 1.4.3). */
export function leastContrast(element: Element): number {
  const { fontSize, fontWeight } = getComputedStyle(element);
  const size = Number.parseFloat(fontSize);
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
}
