import type { ShopScope } from '../access/scope.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EventId } from '../kernel/ids.ts';
import type { Exemption } from './rules.ts';

interface Happened {
  readonly eventId: EventId;
  readonly scope: Pick<ShopScope, 'shopId' | 'actor'>;
  readonly at: EpochMilliseconds;
}

/** What an exemption leaves for the outbox: no username, no note. */
export function exemptedEvent(happened: Happened, exemption: Exemption): OutboxEvent<'Buyer Exempted'> {
  return { ...recorded(happened), type: 'Buyer Exempted', detail: detailOf(happened, exemption) };
}

/** @param because `removed`: a seller took it off the list; `blocked`: the very buyer was blocked. */
export function exemptionEndedEvent(
  happened: Happened,
  exemption: Exemption,
  because: 'removed' | 'blocked',
): OutboxEvent<'Buyer Exemption Ended'> {
  return {
    ...recorded(happened),
    type: 'Buyer Exemption Ended',
    detail: { ...detailOf(happened, exemption), because },
  };
}

const recorded = ({ eventId, scope, at }: Happened) => ({ eventId, at, actor: scope.actor });

const detailOf = ({ eventId, scope, at }: Happened, { buyerId, exemptionId }: Exemption) => ({
  version: 1 as const,
  eventId,
  shopId: scope.shopId,
  buyerId,
  exemptionId,
  occurredAt: toTimestamp(at),
});
