import { describe, expect, it } from 'vitest';
import { idempotentUse, recordRead, recordWrite } from '../../../../shared/idempotency/record.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const ann = { shopId: 'shop', seller: 'ann' };
const use = idempotentUse(ann, 'key-1', ['addBlock', { a: 1 }]);
const day = 24 * 3_600_000;

describe('the use of an Idempotency-Key', () => {
  it('is bound to shop, seller and key, and hides seller, key and request behind digests', () => {
    const others = [
      idempotentUse(ann, 'key-2', []),
      idempotentUse({ ...ann, shopId: 'shop2' }, 'key-1', []),
      idempotentUse({ ...ann, seller: 'ben' }, 'key-1', []),
      idempotentUse({ ...ann, seller: 'annkey' }, '-1', []),
      idempotentUse(ann, 'KEY-1', []),
    ];
    expect(new Set([use, ...others].map(({ key }) => key.pk))).toHaveLength(6);
    const secret = idempotentUse({ shopId: 'shop', seller: 'SECRET' }, 'SECRET', ['SECRET']);
    expect(JSON.stringify(secret)).not.toContain('SECRET');
  });

  it('is the same for the same request only', () => {
    expect(idempotentUse(ann, 'key-1', ['addBlock', { a: 1 }])).toEqual(use);
    expect(idempotentUse(ann, 'key-1', ['addBlock', { a: 2 }]).requestDigest).not.toBe(use.requestDigest);
    expect(idempotentUse(ann, 'key-1', ['removeBlock', { a: 1 }]).requestDigest).not.toBe(use.requestDigest);
  });
});

describe('the record of a key', () => {
  it('is honoured for 24 hours to the millisecond, however long DynamoDB keeps it', () => {
    const write = recordWrite({ use, outcome: { blockId: 'b' } }, noon);
    const item = 'put' in write ? write.put : undefined;
    const readAt = (now: number, found = item) => recordRead(use, now).decode({ get: () => found });
    expect(readAt(noon + day - 1)).toMatchObject({ outcome: { blockId: 'b' } });
    expect(readAt(noon + day)).toBeUndefined();
    expect(recordRead(use, noon).decode({ get: () => undefined })).toBeUndefined();
    expect(item).toMatchObject({ ttl: (noon + day) / 1000 });
  });

  it('is read where it was written, and nowhere without a use', () => {
    expect(recordRead(use, noon).keys).toEqual([use.key]);
    expect(recordRead(undefined, noon).keys).toEqual([]);
    expect(recordRead(undefined, noon).decode({ get: () => ({ expiresAt: noon + 1 }) })).toBeUndefined();
  });

  it('is written only where none is honoured any more', () => {
    expect(recordWrite({ use, outcome: {} }, noon)).toMatchObject({
      condition: { expression: 'attribute_not_exists(pk) OR expiresAt <= :now', values: { ':now': noon } },
    });
  });
});
