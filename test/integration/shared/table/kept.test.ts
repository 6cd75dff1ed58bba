import { describe, expect, it } from 'vitest';
import { toTtl } from '../../../../shared/kernel/clock.ts';
import { isKept } from '../../../../shared/table/kept.ts';
import { queryItems } from '../../../../shared/table/query.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { putItems } from '../../../builders/items/table-items.ts';

// Nothing here performs TTL: every item is still there, as for days on AWS.
describe.each(engines())('the filter of what is kept, on %s', (engine) => {
  const table = useTable(engine);
  const listedAt = async (now: number) => {
    const found = await queryItems(table, {
      KeyConditionExpression: 'pk = :pk',
      FilterExpression: isKept.expression,
      ExpressionAttributeNames: isKept.names,
      ExpressionAttributeValues: { ':pk': 'ITEMS', ...isKept.values(now) },
    });
    return found.map(({ sk }) => sk);
  };

  it('takes an item until the second of its TTL, and one without for ever', async () => {
    await putItems(
      table,
      { pk: 'ITEMS', sk: 'endless' },
      { pk: 'ITEMS', sk: 'until noon', ttl: toTtl(noon) },
      // Its TTL is rounded up: nothing goes before its time.
      { pk: 'ITEMS', sk: 'until past noon', ttl: toTtl(noon + 1) },
    );
    expect(await listedAt(noon - 1)).toEqual(['endless', 'until noon', 'until past noon']);
    expect(await listedAt(noon)).toEqual(['endless', 'until past noon']);
    expect(await listedAt(noon + 999)).toEqual(['endless', 'until past noon']);
    expect(await listedAt(noon + 1000)).toEqual(['endless']);
  });
});
