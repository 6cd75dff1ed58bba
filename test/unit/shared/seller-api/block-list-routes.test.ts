import { describe, expect, it } from 'vitest';
import { toBlockItem } from '../../../../shared/block-list/items.ts';
import { httpStack } from '../../../../shared/http/http-stack.ts';
import { idempotentUse } from '../../../../shared/idempotency/record.ts';
import { toRecorded } from '../../../../shared/block-list/recorded-block.ts';
import { blockListRoutes } from '../../../../shared/seller-api/block-list-routes.ts';
import { nothingPrevented } from '../../../../shared/prevented/rules.ts';
import { accessKey, blockKey } from '../../../../shared/table/keys.ts';
import { buildAccess, buildBlock } from '../../../builders/items/block-list.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { fakeBlockList } from '../../../builders/fakes/fake-block-list.ts';
import { fakeReader } from '../../../builders/fakes/fake-reader.ts';
import type { StoredItem } from '../../../builders/fakes/fake-reader.ts';
import { ask } from '../../../builders/worlds/seller-api.ts';

const use = idempotentUse({ shopId: 's', seller: 'ann' }, 'k', [
  'updateBlock',
  { shopId: 's', buyerId: 'buyer-1' },
  { note: 'n' },
]);
const record = {
  ...use.key,
  requestDigest: use.requestDigest,
  outcome: toRecorded(buildBlock({ revision: 2 })),
  expiresAt: noon + 1,
};
const stored = { ...toBlockItem('s', buildBlock({ note: 'theirs' })), ...blockKey('s', 'buyer-1') };
const active = { ...accessKey('s'), access: buildAccess() };

function update(...items: readonly StoredItem[]) {
  const { store, changes } = fakeBlockList();
  const lookupLimit = { store: { count: async () => 'counted' as const }, metrics: { refused: () => undefined } };
  const writeLimit = { count: async () => ({ type: 'counted' }) as const };
  const { reader } = fakeReader(active, ...items);
  const prevented = { read: async () => () => nothingPrevented };
  const limits = { lookupLimit, writeLimit };
  const routes = blockListRoutes({ reader, clock: buildClock(), store, newId: () => 'id', prevented, ...limits });
  const request = {
    method: 'PATCH',
    path: '/v1/shops/s/blocks/buyer-1',
    pathParameters: { shopId: 's', buyerId: 'buyer-1' },
    claims: { sub: 'ann', shops: 's:owner' },
    headers: { 'idempotency-key': 'k' },
    body: { note: 'n' },
  };
  return { changes, answer: ask(httpStack(routes), request) };
}

describe('a repeated change of a block', () => {
  it('is answered from its record, and changes nothing', async () => {
    const { answer, changes } = update(record, stored);
    expect(await answer).toMatchObject({ status: 200, body: { blockId: 'block-1', revision: 2, note: 'n' } });
    expect((await answer).body).not.toHaveProperty('username');
    expect(changes).toEqual([]);
  });

  it('is answered all the same when the block has ended since', async () => {
    const { answer, changes } = update(record);
    expect(await answer).toMatchObject({ status: 200, body: { blockId: 'block-1', revision: 2, note: 'n' } });
    expect(changes).toEqual([]);
  });
});
