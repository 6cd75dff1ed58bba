import type { BuyerId, GroupId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { memberKey } from '../table/keys.ts';
import { queryItems } from '../table/query.ts';

/** As many accounts as one step looks at: four transactions that guard them. */
export const rowsAPage = 196;

/** Rows of a group in order, strongly consistent: so many at most, behind an account. */
export function memberRows(
  table: Table,
  group: GroupId,
  after: BuyerId | undefined,
  most: number,
): Promise<readonly Item[]> {
  const { pk, sk } = memberKey(group, after ?? '');
  return queryItems(
    table,
    {
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :end',
      // In no ID, and before and behind all characters of IDs.
      ExpressionAttributeValues: { ':pk': pk, ':from': `${sk}!`, ':end': `${memberKey(group, '').sk}~` },
    },
    most,
  );
}
