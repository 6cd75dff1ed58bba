import { count } from './metrics.ts';
import type { StockCheck, StockRequest } from './schema.ts';
import { accessKey, blockKey, markerKey, read, sendStops } from './store.ts';

interface Entry {
  readonly root: string;
  readonly blockId: string;
  readonly expiresAt: number;
}
interface Block {
  readonly blockId: string;
  readonly scope: string;
  readonly expiresAt: number;
}

/** The same job: markers, then, where one stands, the blocks that it names and the shop's access, beside one message. */
export async function decideAll({ checkoutId, checks }: StockRequest): Promise<readonly object[]> {
  const now = Date.now();
  const gated = checks.filter(({ action }) => action === 'place_order');
  const markers = gated.length > 0 ? await read(gated.map(markerKey)).catch(() => undefined) : () => undefined;
  const decided = { now, decidedAt: new Date(now).toISOString() };
  if (!markers) {
    count('Degraded', gated.length);
    return checks.map((check) => reply(check, 'allow', 'marker_unreadable', decided, { degraded: true }));
  }
  const markedChecks = gated
    .map((check) => ({ check, entries: entriesOf(markers(markerKey(check)), check.buyerId, now) }))
    .filter(({ entries }) => entries.length > 0);
  const entriesAt = new Map(markedChecks.map(({ check, entries }) => [check, entries]));
  const confirmed = markedChecks.length > 0 ? await confirm(markedChecks, checkoutId, decided.decidedAt) : undefined;
  return checks.map((check) => {
    if (check.action !== 'place_order') return reply(check, 'allow', 'action_not_gated', decided);
    const entries = entriesAt.get(check) ?? [];
    if (entries.length > 0 && !confirmed) return reply(check, 'deny', 'block_unconfirmed', decided, { degraded: true });
    const access = confirmed?.(accessKey(check.shopId))?.['access'] as { state: string } | undefined;
    const block = entries
      .map(({ root, blockId }) => ({
        root,
        blockId,
        block: confirmed?.(blockKey(check.shopId, root)) as Block | undefined,
      }))
      .find((one) => one.block && guards(one.block, one, check, now));
    if (!block?.block || access?.state !== 'active') return reply(check, 'allow', 'not_blocked', decided);
    count('Denied');
    const { blockId, scope } = block.block;
    return reply(check, 'deny', 'blocked', decided, { matched: { blockId, scope } });
  });
}

function entriesOf(marker: Record<string, unknown> | undefined, buyerId: string, now: number): Entry[] {
  return Object.entries(marker ?? {})
    .filter(([name]) => name.startsWith('b#'))
    .map(([name, entry]) => ({ root: name.slice(2), ...(entry as Omit<Entry, 'root'>) }))
    .filter((entry) => entry.root !== buyerId || now < entry.expiresAt);
}

async function confirm(
  markedChecks: readonly { check: StockCheck; entries: readonly Entry[] }[],
  checkoutId: string | undefined,
  decidedAt: string,
) {
  const keys = markedChecks.flatMap(({ check, entries }) => [
    accessKey(check.shopId),
    ...entries.map(({ root }) => blockKey(check.shopId, root)),
  ]);
  const candidates = markedChecks.map(({ check, entries }) => ({
    shopId: check.shopId,
    buyerId: check.buyerId,
    occasion: `checkout#${checkoutId}`,
    decidedAt,
    blocks: entries.map(({ root, blockId }) => ({ root, blockId })),
  }));
  const [items] = await Promise.all([
    read(keys).catch(() => undefined),
    sendStops({ version: 1, candidates }).catch(() => count('StopNotRecorded', markedChecks.length)),
  ]);
  return items;
}

function guards(block: Block, named: { root: string; blockId: string }, check: StockCheck, now: number): boolean {
  if (block.blockId !== named.blockId || now >= block.expiresAt) return false;
  return named.root === check.buyerId || block.scope === 'linked_user_ids';
}

function reply(
  check: StockCheck,
  decision: string,
  reason: string,
  { decidedAt }: { readonly decidedAt: string },
  more: { readonly degraded?: boolean; readonly matched?: object } = {},
): object {
  const buyerMessage = 'This order cannot be placed right now. Please contact customer support.';
  return {
    ...check,
    decision,
    reason,
    degraded: false,
    ...more,
    ...(decision === 'deny' ? { buyerMessage } : {}),
    decidedAt,
  };
}
