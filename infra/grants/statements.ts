import type { Partition } from '../../shared/kernel/words/partition-key.ts';
import type { TableGrant } from './grants.ts';

/** Actions that can meet in one call, or in one transaction. */
const meeting: readonly (readonly TableGrant['actions'][number][])[] = [
  ['GetItem', 'BatchGetItem'],
  ['Query'],
  ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
];

/**
 * The statements that stand for these grants: one for each kind of call, with the union of its partitions.
 *
 * AWS does not say whether `dynamodb:LeadingKeys` holds, inside a transaction, the key of one item, those of all items of
 * the same action, or those of the whole transaction. A statement for each grant would be enough for the first reading only; these hold
 * under all three, and still name each partition.
 */
export function statementsOf(grants: readonly TableGrant[]): readonly TableGrant[] {
  const together = meeting.flatMap((kind) => {
    const concerned = grants
      .filter(({ alone }) => !alone)
      .map(({ actions, partitions }) => ({ actions: actions.filter((action) => kind.includes(action)), partitions }))
      .filter(({ actions }) => actions.length > 0);
    if (concerned.length === 0) return [];
    const actions = new Set(concerned.flatMap((grant) => grant.actions));
    const partitions = new Set<Partition>(concerned.flatMap((grant) => grant.partitions));
    return [{ actions: kind.filter((action) => actions.has(action)), partitions: [...partitions].toSorted() }];
  });
  return [...together, ...grants.filter(({ alone }) => alone)];
}
