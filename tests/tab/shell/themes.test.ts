import { describe, expect, it } from '@jest/globals';
import { themes } from '../../../src/tab/shell/themes.ts';

describe("the page's themes", () => {
  it('are of one font: who changes the theme sees other colours, and every line where it was', () => {
    const fonts = Object.values(themes).map(({ fontFamilyBase }) => fontFamilyBase);
    expect(fonts).toHaveLength(3);
    expect(new Set(fonts).size).toBe(1);
  });
});
