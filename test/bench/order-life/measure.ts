import { orderStatusChanged } from '../../../local/demo/marketplace.ts';
import { grantAccess } from '../../e2e/grant-access.ts';
import { startMeasuredProduct } from '../operations/measured-product.ts';
import type { Cost } from '../world/cost.ts';

const shopId = '7494049642642441621';
/** As the order service reports it, from the order to the end of its return window. */
export const orderLife = [
  'UNPAID',
  'AWAITING_SHIPMENT',
  'AWAITING_COLLECTION',
  'IN_TRANSIT',
  'DELIVERED',
  'COMPLETED',
] as const;

/** What each status of an order costs the table, by its consumer, from the calls that a started product records. */
export async function measureOrderLife(): Promise<Readonly<Record<string, Cost>>> {
  const product = await startMeasuredProduct();
  const found: [string, Cost][] = [];
  try {
    await grantAccess(product.runtime, shopId);
    const createdAt = new Date(Date.now() - 60_000);
    for (const [step, status] of orderLife.entries()) {
      const [measured] = await product.measure({
        counts: { 'order-consumer': status },
        act: (sample) =>
          product.put(
            orderStatusChanged({
              shopId,
              orderId: `57646141303878575${sample}`,
              buyerId: `749410123456789012${sample}`,
              status,
              createdAt: createdAt.toISOString(),
              updatedAt: new Date(createdAt.getTime() + step * 1000).toISOString(),
              amount: { value: '129.90', currency: 'USD' },
            }),
          ),
      });
      if (measured) found.push([status, measured.cost]);
    }
  } finally {
    await product.stop();
  }
  return Object.fromEntries(found);
}
