import { accessTerminated } from '../contracts/events/access-terminated.ts';
import { alertChanged } from '../contracts/events/alert-changed.ts';
import { alertRaised } from '../contracts/events/alert-raised.ts';
import { blockChanged } from '../contracts/events/block-changed.ts';
import { buyerBlocked } from '../contracts/events/buyer-blocked.ts';
import { buyerExempted } from '../contracts/events/buyer-exempted.ts';
import { buyerExemptionEnded } from '../contracts/events/buyer-exemption-ended.ts';
import { buyerUnblocked } from '../contracts/events/buyer-unblocked.ts';
import { pickFields } from '../contracts/events/event-contract.ts';
import { orderStopped } from '../contracts/events/order-stopped.ts';
import { onEvent } from '../events/inbound.ts';
import type { BoundEvent } from '../events/inbound.ts';
import type { NewsType } from '../contracts/http/live.ts';
import type { endLive } from './close-connections.ts';
import type { Publish } from './publish-live.ts';

interface Told {
  readonly eventId: string;
  readonly shopId: string;
  readonly occurredAt: string;
  readonly version: 1;
}

/** Which of customer support's people lifted a block is no news for sellers' screens: it stands in the activity. */
const blockEnded = { ...buyerUnblocked, detail: buyerUnblocked.detail.omit({ agent: true }) };
const accessEnded = pickFields(accessTerminated, 'shopId', 'occurredAt');

/**
 * Our own events, as sellers are told of them. What stands in a contract goes on, and nothing else: the details hold IDs,
 * enumerations, times and amounts, and name a linked account nowhere.
 */
export function liveEvents(publish: Publish, end: ReturnType<typeof endLive>): readonly BoundEvent[] {
  const tell = <Detail extends Told>(type: NewsType, detail: Detail, more: Readonly<Record<string, string>> = {}) => {
    const { version: _version, eventId, shopId, occurredAt: at, ...data } = detail;
    return publish(shopId, { eventId, news: { type, at, data: { ...more, ...data } } });
  };
  return [
    onEvent(alertRaised, (alert) => tell(alert.kind === 'fraud_outcome' ? 'fraud.intercepted' : 'alert.raised', alert)),
    onEvent(alertChanged, (alert) => tell('alert.changed', alert)),
    onEvent(buyerBlocked, (block) =>
      tell('block.changed', block, { change: block.removedAt === undefined ? 'blocked' : 'restored' }),
    ),
    onEvent(blockEnded, (block) => tell('block.changed', block, { change: 'unblocked' })),
    onEvent(blockChanged, (block) => tell('block.changed', block, { change: 'changed' })),
    onEvent(buyerExempted, (exemption) => tell('exemption.changed', exemption, { change: 'exempted' })),
    onEvent(buyerExemptionEnded, (exemption) => tell('exemption.changed', exemption, { change: 'ended' })),
    onEvent(orderStopped, (stop) => tell('order.stopped', stop)),
    onEvent(accessEnded, end),
  ];
}
