import { bulkBlocks } from '../../../shared/contracts/http/bulk-blocks.ts';
import { expectStatus } from '../canary.ts';
import { rootOf } from '../canary-ids.ts';
import type { Step } from '../step.ts';

/** Lists come in and go out as files; nothing is changed by it. */
export const moveLists: readonly Step[] = [
  {
    name: 'a list is tried as an import, and saved as a file',
    functions: ['bulk-api', 'exports-api'],
    async run(canary) {
      const row = { ...rootOf(canary), reason: 'order_abuse', scope: 'user_id_only', duration: '90_days' };
      const tried = await canary.seller('POST', 'blocks/bulk', { dryRun: true, rows: [row] });
      const { rows } = bulkBlocks.reply.parse(expectStatus(canary, tried, 200, 'trying an import').body);
      const outcome = rows[0]?.outcome;
      if (outcome !== 'would_create') throw canary.fail(`the import would answer ${outcome} for the buyer`);
      for (const list of ['blocks', 'waivers', 'activity'])
        expectStatus(canary, await canary.seller('GET', `${list}/export`), 200, `saving ${list}`);
    },
  },
];
