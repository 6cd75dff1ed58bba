import { describe, expect, it } from 'vitest';
import { compareTables } from '../../../../ops/restore/table-settings.ts';
import type { TableState } from '../../../../ops/restore/table-settings.ts';

const own: TableState = {
  status: 'ACTIVE',
  shapes: ['table(pk, sk)', 'listing(listPk, listSk)', 'unpublished(outboxPk, outboxSk)'],
  keyArn: 'arn:key',
  billingMode: 'PAY_PER_REQUEST',
  streamView: 'NEW_AND_OLD_IMAGES',
  streamArn: 'arn:stream/1',
  deletionProtection: true,
  ttlAttribute: 'ttl',
  recovery: true,
  tags: { team: 'security' },
};

describe('what a restored table lacks', () => {
  it('is nothing when it is as the other, but for its stream’s name', () => {
    expect(compareTables(own, { ...own, shapes: own.shapes.toReversed(), streamArn: 'arn:stream/2' })).toEqual([]);
  });

  it('is all that a restore leaves off, which can be turned on', () => {
    const fresh: TableState = {
      ...own,
      ...{ streamView: undefined, ttlAttribute: undefined, recovery: false, deletionProtection: false, tags: {} },
    };
    expect(compareTables(own, fresh).map(({ fix }) => fix)).toEqual([
      'ttl',
      'stream',
      'recovery',
      'protection',
      'tags',
    ]);
  });

  it('is more than can be turned on for another shape, another key, another way of paying', () => {
    const other = { ...own, shapes: ['table(pk, sk)'], keyArn: undefined, billingMode: 'PROVISIONED' };
    const differences = compareTables(own, other);
    expect(differences).toHaveLength(3);
    expect(differences.every(({ fix }) => fix === undefined)).toBe(true);
  });
});
