import { describe, expect, it } from '@jest/globals';
import { keys, type Pressed, shortcutOf } from '../../../src/tab/panel/shortcuts.ts';

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  defaultPrevented: false,
  ...more,
});

describe('a key in the panel', () => {
  it.each(Object.entries(keys))('does %s by %s, in upper case too', (name, key) => {
    expect(shortcutOf(pressed(key), false)).toBe(name);
    expect(shortcutOf(pressed(key.toUpperCase()), false)).toBe(name);
  });

  it('has one meaning each', () => {
    expect(new Set(Object.values(keys)).size).toBe(Object.keys(keys).length);
  });

  it('is a letter while somebody types', () => {
    expect(shortcutOf(pressed('n'), true)).toBeNull();
  });

  it.each(['ctrlKey', 'metaKey', 'altKey', 'repeat', 'defaultPrevented'] as const)(
    'does nothing with %s',
    (name) => {
      expect(shortcutOf(pressed('n', { [name]: true }), false)).toBeNull();
    },
  );

  it('does nothing where it has no meaning', () => {
    expect(shortcutOf(pressed('x'), false)).toBeNull();
    expect(shortcutOf(pressed('Enter'), false)).toBeNull();
  });
});
