import { describe, expect, it } from 'vitest';
import { opsScope } from '../../../../shared/access/scope.ts';
import { createAccessStore } from '../../../../shared/access/store.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { scriptedTable } from '../../../builders/fakes/scripted-table.ts';

const ops = opsScope('ops');
const position = { listPk: 'SHOPS', listSk: 'shop-2', pk: 'SHOP#shop-2', sk: 'ACCESS' };

describe('the list of shops', () => {
  it('goes on where a page ended for its size', async () => {
    const table = scriptedTable((_, call) =>
      call === 1
        ? { Items: [accessItem('shop-1'), accessItem('shop-2')], LastEvaluatedKey: position }
        : { Items: [accessItem('shop-3')] },
    );
    const shops = await createAccessStore(table).list(ops, { limit: 21 });
    expect(shops.map(({ shopId }) => shopId)).toEqual(['shop-1', 'shop-2', 'shop-3']);
    expect(table.sent.map(({ input }) => [input['Limit'], input['ExclusiveStartKey']])).toEqual([
      [21, undefined],
      [19, position],
    ]);
  });

  it('asks no more than it needs', async () => {
    const table = scriptedTable(() => ({
      Items: [accessItem('shop-1'), accessItem('shop-2')],
      LastEvaluatedKey: position,
    }));
    expect(await createAccessStore(table).list(ops, { limit: 2, after: 'shop-0' })).toHaveLength(2);
    expect(table.sent).toHaveLength(1);
  });
});
