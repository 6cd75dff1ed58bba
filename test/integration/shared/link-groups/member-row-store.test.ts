import { describe, expect, it } from 'vitest';
import { memberRows } from '../../../../shared/link-groups/member-row-store.ts';
import { groupKey, memberKey, rosterKey } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems } from '../../../builders/items/table-items.ts';

describe.each(engines())('rows of a link group on %s', (engine) => {
  const table = useTable(engine, { stream: false });

  it('are read in order behind an account, whatever IDs begin with it', async () => {
    const buyers = ['-', '0', 'A', 'Z', '_', 'a', 'a-', 'a0', 'a_', 'aa', 'z'];
    await putItems(
      table,
      { ...groupKey('g'), revision: 1 },
      { ...rosterKey('g'), buyerIds: buyers },
      ...buyers.map((buyerId) => ({ ...memberKey('g', buyerId), buyerId, state: 'member' })),
      { ...memberKey('g2', 'other'), buyerId: 'other', state: 'member' },
    );
    const read = async (after: string | undefined, most: number) =>
      (await memberRows(table, 'g', after, most)).map(({ buyerId }) => buyerId);
    expect(await read(undefined, 100)).toEqual(buyers);
    for (const [index, buyer] of buyers.entries()) expect(await read(buyer, 100)).toEqual(buyers.slice(index + 1));
    expect(await read('a', 2)).toEqual(['a-', 'a0']);
    expect(await read('z', 2)).toEqual([]);
  });
});
