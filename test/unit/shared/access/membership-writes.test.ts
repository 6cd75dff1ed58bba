import { describe, expect, it } from 'vitest';
import { membershipWrites, subjectDigest } from '../../../../shared/access/membership-writes.ts';

/** SHA-256 of `ann` and of `ben|#@`, as `sha256sum` computes them. */
const ann = '49915e0d7d4b402e3017d010bc1c0e83cac6c797d6c16e66340fe3268693a6a1';
const odd = 'dd31ed86d5f6da6427f5bc4d5f548d49652705374918989e25bc48e2c91a9b65';

describe('subjectDigest', () => {
  it.each([
    ['ann', ann],
    ['ben|#@', odd],
  ])('makes %j a part of a key that no subject can break', (subject, digest) => {
    expect(subjectDigest(subject)).toBe(digest);
  });

  it('tells subjects apart that differ by case alone', () => {
    expect(subjectDigest('Ann')).not.toBe(ann);
  });
});

describe('membershipWrites', () => {
  it('puts a row for each new member or new role, and deletes those of former members', () => {
    const writes = membershipWrites('shop-1', { put: [{ subject: 'ann', role: 'agent' }], removed: ['ben|#@'] });
    expect(writes).toEqual({
      [`member ${ann}`]: { put: { pk: `MEMBER#${ann}`, sk: 'SHOP#shop-1', shopId: 'shop-1', role: 'agent' } },
      [`member ${odd}`]: { delete: { pk: `MEMBER#${odd}`, sk: 'SHOP#shop-1' } },
    });
  });

  it('names each part of the transaction after its own member, and nobody in clear', () => {
    const put = ['ann', 'ben', 'cleo'].map((subject) => ({ subject, role: 'viewer' }) as const);
    const writes = membershipWrites('shop-1', { put, removed: ['dan'] });
    expect(Object.keys(writes)).toHaveLength(4);
    expect(JSON.stringify(writes)).not.toMatch(/ann|ben|cleo|dan/);
  });

  it('writes nothing where no member changes', () => {
    expect(membershipWrites('shop-1', { put: [], removed: [] })).toEqual({});
  });
});
