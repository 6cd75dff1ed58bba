import { describe, expect, it } from 'vitest';
import { dropPlaces, freePlace, keepPlace, takePlace } from '../../../../shared/block-list/ledger-writes.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const limits = { blocks: 100, newBlocksPerDay: 10, dayKey: '2026-11-22T00:00:00.000Z' };
const drops = Array.from({ length: 100 }, (_, index) => ({ buyerId: `b${index}`.padEnd(64, 'x'), expiresAt: noon }));

describe('takePlace', () => {
  it('fits what one expression may hold with a hundred drops and twenty forgotten days', () => {
    const forgets = Array.from({ length: 20 }, (_, index) => `day-${index}`);
    const write = takePlace('shop', 'root', noon, { replaces: 5, drops, forgets }, limits);
    if (!('expression' in write) || !write.condition) throw new Error('an update with a condition');
    const operators = write.condition.expression.match(/=|<|AND|OR|size|attribute_not_exists/g) ?? [];
    expect(Buffer.byteLength(write.condition.expression)).toBeLessThan(4096);
    expect(Buffer.byteLength(write.expression)).toBeLessThan(4096);
    expect(operators.length).toBeLessThanOrEqual(300);
  });

  it('allows for what it drops and replaces, since its condition sees the map before', () => {
    const values = (plan: Parameters<typeof takePlace>[3]) => {
      const write = takePlace('shop', 'root', noon, plan, limits);
      return 'values' in write ? write.values : undefined;
    };
    expect(values({ replaces: undefined, drops: [], forgets: [] })).toMatchObject({ ':places': 100 });
    expect(values({ replaces: undefined, drops: drops.slice(0, 3), forgets: [] })).toMatchObject({ ':places': 103 });
    expect(values({ replaces: 5, drops: drops.slice(0, 3), forgets: [] })).toMatchObject({
      ':places': 104,
      ':replaces': 5,
    });
  });

  it('removes nothing when there is nothing to remove', () => {
    const write = takePlace('shop', 'root', noon, { replaces: undefined, drops: [], forgets: [] }, limits);
    expect(write).toMatchObject({ expression: 'SET blocks.#root = :expiresAt ADD #day :one' });
  });
});

describe('the other writes of the ledger', () => {
  it('hold only while the place reads as it was read', () => {
    expect(dropPlaces('shop', drops.slice(0, 1))).toMatchObject({
      condition: { expression: 'blocks.#x0 = :x0' },
      values: { ':x0': noon },
    });
    expect(keepPlace('shop', 'root', 1, 2)).toMatchObject({
      condition: { expression: 'blocks.#root = :before' },
      values: { ':before': 1, ':after': 2 },
    });
    expect(freePlace('shop', 'root', 1)).toMatchObject({
      condition: { expression: 'blocks.#root = :before' },
      values: { ':before': 1 },
    });
  });
});
