import { openShop } from '../seller-client.ts';
import type { LocalRuntime } from '../start-local.ts';
import { toMillionths } from './oracle.ts';

interface DashboardBody {
  readonly openAlerts: Readonly<Record<'security_alert_order' | 'risk_refund', number>>;
  readonly actionRequested: Readonly<Record<string, number>>;
  readonly days: readonly {
    readonly date: string;
    readonly fraudIntercepted: { readonly total: number; readonly byCategory: Readonly<Record<string, number>> };
    readonly protectedAmounts: readonly { readonly value: string; readonly currency: string }[];
  }[];
}

/** What the dashboard says of the days of the storm, in the oracle's terms; days and sums of nothing are left out. */
export async function readDashboard(runtime: LocalRuntime, shopId: string) {
  const { status, body } = await openShop(runtime, shopId).seller('GET', 'dashboard?days=14');
  if (status !== 200) throw new Error(`dashboard: ${status} ${JSON.stringify(body)}`);
  const { openAlerts, days } = body as unknown as DashboardBody;
  const sums = days.flatMap(({ date, protectedAmounts }) =>
    protectedAmounts.map(({ value, currency }) => [`${date} ${currency}`, toMillionths(value)] as const),
  );
  const fraud = days.map(({ date, fraudIntercepted }) => [date, fraudIntercepted.byCategory] as const);
  return {
    openAlerts,
    fraud: Object.fromEntries(fraud.filter(([, byCategory]) => Object.keys(byCategory).length > 0)),
    amounts: Object.fromEntries(sums.filter(([, sum]) => sum > 0n)),
  };
}

/** All alerts of a shop, page by page, as `[<kind> <subject ID>, status]`, those that come twice twice. */
export async function readAlerts(runtime: LocalRuntime, shopId: string): Promise<readonly [string, string][]> {
  const shop = openShop(runtime, shopId);
  const found: [string, string][] = [];
  for (let cursor = ''; ; ) {
    const { status, body } = await shop.seller('GET', `alerts?limit=100${cursor}`);
    if (status !== 200) throw new Error(`alerts: ${status} ${JSON.stringify(body)}`);
    const { items, nextCursor } = body as unknown as {
      items: readonly { kind: string; status: string; subject: { id: string } }[];
      nextCursor?: string;
    };
    found.push(...items.map(({ kind, status, subject }): [string, string] => [`${kind} ${subject.id}`, status]));
    if (nextCursor === undefined) return found;
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
  }
}
