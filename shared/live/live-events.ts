import { alertChanged, alertRaised } from '../contracts/events/alerts.ts';
import { type BoundEvent, onEvent } from '../events/inbound.ts';
import { accessTerminated, blockNews, type NewsType, orderStopped } from '../contracts/http/live.ts';
import type { endLive } from './close-connections.ts';
import type { Publish } from './publish-live.ts';

interface Told {
  readonly eventId: string;
  readonly shopId: string;
  readonly occurredAt: string;
  readonly version: 1;
}

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
    onEvent(blockNews.blocked, (block) => tell('block.changed', block, { change: 'blocked' })),
    onEvent(blockNews.unblocked, (block) => tell('block.changed', block, { change: 'unblocked' })),
    onEvent(blockNews.changed, (block) => tell('block.changed', block, { change: 'changed' })),
    onEvent(orderStopped, (stop) => tell('order.stopped', stop)),
    onEvent(accessTerminated, end),
  ];
}
