import type { Schemas } from '../../../clients/seller-client.ts';
import type { Block } from './queries.ts';

/** What the activity of a shop says about the blocks of one buyer. */

type Activity = Schemas['Activity'];

interface BlockState {
  readonly reason?: Block['reason'];
  readonly scope?: Block['scope'];
  readonly duration?: Block['duration'];
  readonly expiresAt?: string;
}

export interface HistoryEntry {
  readonly id: string;
  readonly kind: 'blocked' | 'restored' | 'changed' | 'removed' | 'lifted' | 'stopped';
  readonly at: string;
  readonly actor: Activity['actor'];
  readonly state: BlockState;
  /** Of a change: what it changed, as far as the entries tell. Without it only the note can be another. */
  readonly changed: readonly ('reason' | 'scope' | 'end')[];
  /** Of a lift by customer support. */
  readonly support?: { readonly agent: string; readonly reason: string };
}

const kinds: Readonly<Record<string, HistoryEntry['kind']>> = {
  'Buyer Blocked': 'blocked',
  'Block Changed': 'changed',
  'Buyer Unblocked': 'removed',
  'Order Stopped': 'stopped',
};

/** @param activities newest first, as the API lists them. */
export function historyOf(activities: readonly Activity[], buyerId: string): readonly HistoryEntry[] {
  const ours = activities.filter(({ type, details }) => kinds[type] !== undefined && details['buyerId'] === buyerId);
  return ours.map((activity, index) => {
    const { activityId, type, at, actor, details } = activity;
    const kind = kinds[type] ?? 'changed';
    const isLift = kind === 'removed' && actor.kind === 'support';
    const state = stateOf(activity);
    // The state before: the newest of the same block that is older and says it.
    const before = ours
      .slice(index + 1)
      .find((older) => older.type !== 'Order Stopped' && isSameBlock(older, activity));
    return {
      id: activityId,
      kind: kindOf(activity, kind),
      at,
      actor,
      state,
      changed: kind === 'changed' && before ? changedBetween(stateOf(before), state) : [],
      ...(isLift && { support: { agent: text(details['agent']), reason: text(details['supportReason']) } }),
    };
  });
}

function kindOf({ actor, details }: Activity, kind: HistoryEntry['kind']): HistoryEntry['kind'] {
  if (kind === 'removed' && actor.kind === 'support') return 'lifted';
  return kind === 'blocked' && details['removedAt'] !== undefined ? 'restored' : kind;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isSameBlock = (one: Activity, other: Activity): boolean => one.details['blockId'] === other.details['blockId'];

function stateOf({ details }: Activity): BlockState {
  const { reason, scope, duration, expiresAt } = details;
  return { reason, scope, duration, expiresAt } as BlockState;
}

function changedBetween(before: BlockState, after: BlockState): HistoryEntry['changed'] {
  return [
    ...(before.reason === after.reason ? [] : (['reason'] as const)),
    ...(before.scope === after.scope ? [] : (['scope'] as const)),
    ...(before.expiresAt === after.expiresAt ? [] : (['end'] as const)),
  ];
}
