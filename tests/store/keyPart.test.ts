import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keyPart } from '../../src/store/embedded/keyPart.ts';

describe('an id as a part of a key', () => {
  it('is itself where it is short and plain, as ids of meetings and of Teams are', () => {
    const id = '19:meeting_Zm9v@thread.v2;messageid=1700000000000';
    expect(keyPart(id)).toBe(id);
  });

  it('is a hash where it is long, empty or holds other signs', () => {
    for (const id of ['x'.repeat(401), '', 'æ', 'a\u0000b', '#a'])
      expect(keyPart(id)).toMatch(/^#[0-9a-f]{64}$/);
  });

  it('is never the hash of another', () => {
    const hashed = keyPart('æ');
    expect(keyPart(hashed)).not.toBe(hashed);
  });

  it('is printable, within lmdb’s bounds and different for different ids', () => {
    const unit = fc.constantFrom('a', '#', '\u0000', '\u0001', ' ', 'æ', '\ud83d', '\ude00', '\ufffd', '/');
    const id = fc.array(unit, { maxLength: 6 }).map((units) => units.join(''));
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(keyPart(a)).toMatch(/^[\x20-\x7e]{1,400}$/);
        expect(keyPart(a) === keyPart(b)).toBe(a === b);
      }),
    );
  });
});
