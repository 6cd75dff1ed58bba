import { listExemptions } from '../../../shared/contracts/http/exemptions.ts';
import { createLiveTicket } from '../../../shared/contracts/http/live.ts';
import { block, addBlock } from '../../../shared/contracts/http/block-list.ts';
import { readStanding } from '../../../shared/contracts/http/standing.ts';
import { expectStatus, notYetUnless } from '../canary.ts';
import type { Canary } from '../canary.ts';
import { linkedOf, rootOf } from '../canary-ids.ts';
import { decide, expectDecision, untilDecision } from '../gate.ts';
import { NotYet } from '../failure.ts';
import { connectLive } from '../live-client.ts';
import type { Memory, Step } from '../step.ts';

export async function blockRoot(canary: Canary, scope: 'user_id_only' | 'linked_user_ids'): Promise<string> {
  const body = { ...rootOf(canary), reason: 'order_abuse', scope, duration: '90_days' };
  const answer = expectStatus(canary, await canary.seller('POST', 'blocks', body), 201, 'blocking the buyer');
  return addBlock.reply.parse(answer.body).blockId;
}

async function untilHeard(canary: Canary, { live }: Memory, type: string): Promise<void> {
  await canary.until(`the WebSocket to say ${type}`, async () => {
    if (live?.heard.includes(type)) return type;
    return new NotYet(live?.isOpen() ? `it said ${live.heard.join(', ') || 'nothing'}` : 'it is closed');
  });
}

/** A seller blocks a buyer, with what follows from it. */
export const blockBuyer: readonly Step[] = [
  {
    name: 'a seller connects to the live feed',
    functions: ['live-socket', 'live-ticket-api'],
    async run(canary, memory) {
      const answer = expectStatus(canary, await canary.seller('POST', 'live-ticket'), 201, 'asking for a ticket');
      const { url, ticket } = createLiveTicket.reply.parse(answer.body);
      memory.live = await connectLive(canary, url, ticket);
    },
  },
  {
    name: 'a buyer is exempt, and no longer',
    functions: ['exemptions-api', 'gate'],
    async run(canary) {
      const { buyerId } = rootOf(canary);
      const exempted = await canary.seller('POST', 'exemptions', rootOf(canary));
      // 409: an earlier run was interrupted here.
      if (exempted.status !== 409) expectStatus(canary, exempted, 201, 'exempting the buyer');
      await expectDecision(canary, buyerId, 'allow');
      await canary.until('the exempt list to show the buyer', async () => {
        const answer = expectStatus(canary, await canary.seller('GET', 'exemptions'), 200, 'listing exemptions');
        const { items } = listExemptions.reply.parse(answer.body);
        return items.find((one) => one.buyerId === buyerId) ?? new NotYet(`it shows ${items.length} others`);
      });
      const ended = await canary.seller('DELETE', `exemptions/${buyerId}`);
      expectStatus(canary, ended, 204, 'ending the exemption');
    },
  },
  {
    name: 'a blocked buyer is denied at once, over HTTP and by invoke',
    functions: ['gate', 'blocks-api'],
    async run(canary, memory) {
      const { buyerId } = rootOf(canary);
      await expectDecision(canary, buyerId, 'allow');
      memory.blockId = await blockRoot(canary, 'linked_user_ids');
      await expectDecision(canary, buyerId, 'deny', 'HTTP');
      await expectDecision(canary, buyerId, 'deny', 'invoke');
    },
  },
  {
    name: 'the block is counted for the report of ops',
    functions: ['retaliation-consumer', 'outbox-publisher'],
    async run(canary, { blockId }) {
      await canary.until('the block to be counted', async () => {
        const [counted] = await canary.rows(`COUNTEDBLOCK#${canary.shopId}#${blockId}`);
        return counted ?? new NotYet('it is not');
      });
    },
  },
  {
    name: 'the block reaches the linked account',
    functions: ['coverage-consumer', 'gate'],
    async run(canary) {
      await canary.until('the coverage to be complete', async () => {
        const answer = await canary.seller('GET', `blocks/${rootOf(canary).buyerId}`);
        const wrong = notYetUnless(answer, 200);
        if (wrong) return wrong;
        const { state, guarded, total } = block.parse(answer.body).coverage;
        return state === 'complete' && total === 2 ? state : new NotYet(`${state}, ${guarded} of ${total}`);
      });
      await untilDecision(canary, linkedOf(canary).buyerId, 'deny');
    },
  },
  {
    name: 'the block is told to the seller’s browser',
    functions: ['live-publisher', 'live-socket', 'outbox-publisher'],
    run: (canary, memory) => untilHeard(canary, memory, 'block.changed'),
  },
  {
    name: 'a stopped order is counted and told',
    functions: ['stopped-order-consumer', 'live-publisher', 'gate'],
    async run(canary, memory) {
      const { decision } = await decide(canary, rootOf(canary).buyerId, 'HTTP', `smoke-${canary.run}-checkout`);
      if (decision !== 'deny') throw canary.fail(`the gate says ${decision} of a blocked buyer`);
      await untilHeard(canary, memory, 'order.stopped');
    },
  },
  {
    name: 'a removed block denies no more',
    functions: ['blocks-api', 'gate', 'coverage-consumer'],
    async run(canary) {
      const { buyerId } = rootOf(canary);
      expectStatus(canary, await canary.seller('DELETE', `blocks/${buyerId}`), 204, 'removing the block');
      await expectDecision(canary, buyerId, 'allow', 'HTTP');
      await expectDecision(canary, buyerId, 'allow', 'invoke');
      await expectDecision(canary, linkedOf(canary).buyerId, 'allow');
    },
  },
  {
    name: 'a removal is undone, and the buyer’s standing tells of both',
    functions: ['blocks-api', 'buyers-api', 'gate'],
    async run(canary, { blockId }) {
      const { buyerId } = rootOf(canary);
      const standing = async () => {
        const answer = expectStatus(
          canary,
          await canary.seller('GET', `buyers/${buyerId}/standing`),
          200,
          'the standing',
        );
        return readStanding.reply.parse(answer.body);
      };
      const removed = (await standing()).blocks.find((one) => one.blockId === blockId);
      if (removed?.restorableUntil === undefined) throw canary.fail('the standing lacks the removal', ['buyers-api']);
      const restored = await canary.seller('POST', `blocks/${buyerId}/restore`, { blockId });
      expectStatus(canary, restored, 200, 'undoing the removal');
      await expectDecision(canary, buyerId, 'deny');
      if ((await standing()).gate.decision !== 'deny') throw canary.fail('the standing says allow', ['buyers-api']);
      expectStatus(canary, await canary.seller('DELETE', `blocks/${buyerId}`), 204, 'removing the block again');
      await expectDecision(canary, buyerId, 'allow');
    },
  },
];
