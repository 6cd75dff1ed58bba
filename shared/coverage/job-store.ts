import type { Coverage } from '../block-list/rules.ts';
import { AppError } from '../kernel/errors.ts';
import type { EvidenceCount } from '../link-groups/evidence-rules.ts';
import { createLinkedAccountStore } from '../link-groups/linked-account-store.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { blockKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { Condition } from '../table/transact.ts';
import { coverageDuring, jobsOf } from './job-rules.ts';
import type { Jobs } from './job-rules.ts';
import { standsLinked } from './marker-writes.ts';
import type { BlockReach } from './rules.ts';

/** Each refused attempt means that another job got something done. */
const attempts = 20;

/** What a block says of the work on it. */
interface Said {
  readonly jobs: Jobs;
  readonly coverage: Coverage;
  /** Counted when the last job ends; until then those of before stand. */
  readonly links?: readonly EvidenceCount[] | undefined;
}

/** The jobs under way for a block, and the coverage that follows from them. */
export interface JobStore {
  /**
   * Changes the jobs of a block, and what it says. Answers the jobs as they were before; `undefined` when the block has
   * ended, or has another linked scope than is meant.
   *
   * @param decide the jobs as they are to be; `undefined` leaves everything alone.
   * @param total accounts under the block, where somebody has just counted them. They are counted when the last job ends.
   */
  change(block: BlockReach, decide: (jobs: Jobs) => Jobs | undefined, total?: number): Promise<Jobs | undefined>;
}

export function createJobStore(table: Table): JobStore {
  const links = createLinkedAccountStore(table);
  return {
    async change(block, decide, total) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const key = blockKey(block.shopId, block.root);
        const item = (await batchGet(table, [key])).get(key);
        const stands = item?.['blockId'] === block.blockId && item['scope'] === 'linked_user_ids';
        if (!stands || item['linkedSince'] !== block.linkedSince) return undefined;
        const covering = item['covering'] as Jobs | undefined;
        const said = item['coverage'] as Coverage;
        const before = jobsOf(said, covering);
        const after = decide(before);
        if (!after) return before;
        // Read behind the jobs: a group that changes afterwards adds a job of its own, which refuses this write or comes behind it.
        const isLast = Object.keys(after).length === 0;
        const counted = isLast ? await links.countOf(block.root) : undefined;
        const coverage = coverageDuring(after, counted ? 1 + counted.accounts : (total ?? said.total));
        if (await save(block, { covering, said }, { jobs: after, coverage, links: counted?.links })) return before;
      }
      throw new AppError('unavailable', `The jobs of block ${block.blockId} keep changing.`);
    },
  };

  async function save(
    block: BlockReach,
    before: { readonly covering: Jobs | undefined; readonly said: Coverage },
    { jobs, coverage, links: kinds }: Said,
  ): Promise<boolean> {
    const outcome = await transact(table, {
      block: {
        update: blockKey(block.shopId, block.root),
        expression: `SET coverage = :coverage, covering = :jobs${kinds ? ', links = :links' : ''}`,
        condition: asRead(standsLinked(block), before),
        values: { ':coverage': coverage, ':jobs': jobs, ...(kinds && { ':links': kinds }) },
      },
    });
    return outcome.type === 'committed';
  }
}

function asRead(
  stands: Required<Condition>,
  { covering, said }: { readonly covering: Jobs | undefined; readonly said: Coverage },
): Condition {
  const jobs = covering ? 'covering = :covering' : 'attribute_not_exists(covering)';
  return {
    expression: `${stands.expression} AND coverage = :said AND ${jobs}`,
    names: stands.names,
    values: { ...stands.values, ':said': said, ...(covering && { ':covering': covering }) },
  };
}
