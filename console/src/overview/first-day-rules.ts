import type { Schemas } from '../../../clients/seller-client.ts';

/** Whether nothing has happened yet in a shop: it is shown what will. */
export function isFirstDay(of: Schemas['Dashboard']): boolean {
  const { openAlerts, actionRequested, totals, waivers, blocks } = of;
  const counts = [
    ...Object.values(openAlerts),
    ...Object.values(actionRequested),
    totals.fraudIntercepted.total,
    totals.ordersStopped.total,
    ...Object.values(waivers),
    blocks.used,
  ];
  return counts.every((count) => count === 0);
}
