import type { Canary } from './canary.ts';
import {
  flagged,
  flagWithdrawn,
  linkGroup,
  orderOf,
  orderStatus,
  refundOf,
  refundStatus,
  rootOf,
} from './canary-ids.ts';
import { endTurn } from './lease.ts';

/**
 * Takes back what a run, finished or not, may have left: it may be done twice, and by another run for one that died.
 *
 * @returns what could not be taken back, in words.
 */
export async function cleanUp(canary: Canary, run: string): Promise<readonly string[]> {
  const left: string[] = [];
  const attempt = async (what: string, act: () => Promise<void>): Promise<void> => {
    await act().catch((error: unknown) =>
      left.push(`${what}: ${error instanceof Error ? error.message : 'no reason'}`),
    );
  };
  const named = { run, shopId: canary.shopId };
  const { buyerId } = rootOf(named);
  await attempt('the block', async () => {
    const { status } = await canary.service(
      'support',
      'DELETE',
      `/v1/support/shops/${canary.shopId}/blocks/${buyerId}`,
      {
        body: { agent: 'smoke', reason: `Smoke test ${run}` },
      },
    );
    if (status !== 204 && status !== 404) throw canary.fail(`lifting it was answered with ${status}`);
  });
  await attempt('orders, alerts and links', () =>
    canary.publish(
      orderStatus(named, 'CANCELLED', canary.startedAt),
      refundStatus(named, 'RETURN_OR_REFUND_REQUEST_CANCEL'),
      ...flagged.map((story) => flagWithdrawn(named, 'order', orderOf(named, story))),
      flagWithdrawn(named, 'refund', refundOf(named)),
      linkGroup(named, []),
    ),
  );
  if (run === canary.run) await attempt('the access', () => endTurn(canary));
  return left;
}
