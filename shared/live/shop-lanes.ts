import type { ShopId } from '../kernel/ids.ts';

/**
 * One lane a shop: what comes while the lane works waits and goes together next, in its order. Events of one shop that
 * arrive together would otherwise meet at the head of its feed, and all but one of them lose each time.
 *
 * @param work on at most `most` jobs of one shop; when it rejects, all of them have failed.
 */
export function createShopLanes<Job>(
  work: (shopId: ShopId, jobs: readonly Job[]) => Promise<void>,
  most: number,
): (shopId: ShopId, job: Job) => Promise<void> {
  interface Waiting {
    readonly job: Job;
    readonly resolve: () => void;
    readonly reject: (error: unknown) => void;
  }
  const lanes = new Map<ShopId, Waiting[]>();

  async function drive(shopId: ShopId, lane: Waiting[]): Promise<void> {
    // The rest of a batch is a few ticks behind its first message.
    await new Promise(setImmediate);
    while (lane.length > 0) {
      const group = lane.splice(0, most);
      await work(
        shopId,
        group.map(({ job }) => job),
      ).then(
        () => group.forEach(({ resolve }) => resolve()),
        (error: unknown) => group.forEach(({ reject }) => reject(error)),
      );
    }
    lanes.delete(shopId);
  }

  return (shopId, job) =>
    new Promise((resolve, reject) => {
      const waiting = { job, resolve, reject };
      const lane = lanes.get(shopId);
      if (lane) return void lane.push(waiting);
      const fresh = [waiting];
      lanes.set(shopId, fresh);
      void drive(shopId, fresh);
    });
}
