import type { Access } from '../../access/rules.ts';
import type { ShopScope } from '../../access/scope.ts';
import type { RecordedEvent } from '../../activity/rules.ts';
import type { Order } from '../../orders/rules.ts';
import { blockThatStopped } from '../../stopped-orders/rules.ts';
import { fromTimestamp } from '../../kernel/clock.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { EventId, OrderId } from '../../kernel/ids.ts';
import { longestWait } from '../../kernel/words/longest-wait.ts';
import type { Hint } from '../../coverage/hint-store.ts';
import type { Flag } from '../rules.ts';
import { highRiskBuyer, orderInsideBlock } from '../../kernel/words/alerts.ts';
import type { BlockEvidenceStore } from './block-evidence-store.ts';

/** An order and what its event found around it. */
export interface OrderInShop {
  readonly scope: ShopScope;
  readonly orderId: OrderId;
  readonly order: Order;
  /** The event tells of a change soon after the order was placed. */
  readonly isNew: boolean;
  /** Blocks that may have covered its buyer when it was made, as far back as an event can wait. */
  readonly hints: readonly Hint[];
}

/**
 * The flag of our own for an order that the gate could not stop, e.g. because the store did not answer in time:
 * created while a block that covers its buyer was live, however block, cover or access have ended since. A buyer without a hint
 * was under no block, and nothing is read for them. The flag for a block of another account says nothing of a block.
 */
export async function insideBlock(evidence: BlockEvidenceStore, found: OrderInShop): Promise<Flag | undefined> {
  const { scope, orderId, order } = found;
  const { buyerId, createdAt, amount } = order;
  const blocks = found.hints.filter(({ root }) => found.isNew || root === buyerId);
  if (blocks.length === 0) return undefined;
  const { access, histories } = await evidence.read(scope, blocks);
  if (access?.state !== 'active') return undefined;
  const stoppedBy = blockThatStopped(
    { buyerId, blocks },
    // That the access was active then is asked behind this, where it takes more than its item.
    { ...access, since: Math.min(access.since, createdAt) },
    (_root, blockId) => histories.get(blockId),
    createdAt,
  );
  if (!stoppedBy || !(await wasActive(evidence, scope, access, createdAt))) return undefined;
  return {
    kind: 'security_alert_order',
    subject: { type: 'order', id: orderId },
    orderId,
    buyerId,
    ...(stoppedBy.root === buyerId
      ? { reasons: [orderInsideBlock] }
      : { reasons: [highRiskBuyer], raisedThroughLink: true }),
    ...(amount ? { amount } : {}),
    flaggedAt: createdAt,
  };
}

/** Events a read; those of a shop's two weeks are some pages at most. */
const eventsARead = 500;
/** An event's ID and its instant are taken one after the other, by different writers' clocks. */
const clockAllowance = 5 * 60_000;

/**
 * Whether a shop's access was active at an instant, also when it has ended and was granted again since: its activity tells of each
 * change. It is read for orders of blocked buyers alone, and only where the present state is younger than the order.
 */
async function wasActive(
  evidence: BlockEvidenceStore,
  scope: ShopScope,
  access: Access,
  at: EpochMilliseconds,
): Promise<boolean> {
  if (access.since <= at) return true;
  if (at < access.since - longestWait) return false;
  let firstChange: RecordedEvent | undefined;
  let after: EventId | undefined;
  do {
    const page = await evidence.listActivity(scope, { limit: eventsARead, after, now: at });
    // Newest first: the last one that is found is the first that came.
    for (const event of page.items) if (isChangeOfState(event) && at < fromTimestamp(event.at)) firstChange = event;
    const last = page.items.at(-1);
    after = last && fromTimestamp(last.at) < at - clockAllowance ? undefined : page.next;
  } while (after !== undefined);
  return firstChange?.type === 'Access Terminated';
}

function isChangeOfState({ type }: RecordedEvent): boolean {
  return type === 'Access Granted' || type === 'Access Terminated';
}
