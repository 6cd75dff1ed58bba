import { setTimeout as sleep } from 'node:timers/promises';
import type { MarketplaceEvent } from '../../../local/demo/marketplace.ts';
import { startLiveClient } from '../../builders/worlds/live-client.ts';
import type { LiveTicket } from '../../builders/worlds/live-client.ts';
import { grantAccess, publish } from '../../e2e/grant-access.ts';
import type { LocalRuntime } from '../../e2e/start-local.ts';
import { percentile } from '../report/statistics.ts';
import type { Bench } from './section.ts';

export interface WholePath {
  readonly events: number;
  /** From the instant at which the event was due to be put until the alert was heard. */
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly longestMilliseconds: number;
}

const shopId = '7494049642642442000';
const perSecond = 5;
/** The first ones start the functions' workers. */
const toWarmUp = 10;
const patienceMilliseconds = 30_000;

/**
 * An event of the risk systems, put on the bus by the signed caller `marketplace`, until its alert comes out of the
 * seller's WebSocket: rule, queue, consumer, transaction, stream, publisher, bus again, queue, feed, socket. At a fixed
 * rate, none waiting for another.
 */
export async function measureWholePath({ say, options }: Bench, runtime: LocalRuntime): Promise<WholePath> {
  const events = options.full ? 300 : 120;
  say(`${events} events put, and their alerts heard`);
  await grantAccess(runtime, shopId);
  const heard = new Map<string, number>();
  const client = await startLiveClient({
    ticket: () => ticketOf(runtime),
    onNews: ({ type, data }) => {
      if (type === 'alert.raised') heard.set(String(data['orderId']), performance.now());
    },
  });
  try {
    await play(runtime, heard, 'warm', toWarmUp);
    const milliseconds = await play(runtime, heard, 'order', events);
    return {
      events,
      p50Milliseconds: percentile(milliseconds, 0.5),
      p99Milliseconds: percentile(milliseconds, 0.99),
      longestMilliseconds: percentile(milliseconds, 1),
    };
  } finally {
    await client.close();
  }
}

/** Puts so many flags on a fixed schedule; how long each alert took to be heard. Throws when one is not. */
async function play(
  runtime: LocalRuntime,
  heard: ReadonlyMap<string, number>,
  name: string,
  count: number,
): Promise<readonly number[]> {
  const started = performance.now();
  const due = Array.from({ length: count }, (_, index) => started + (index * 1000) / perSecond);
  const puts: Promise<void>[] = [];
  for (const [index, at] of due.entries()) {
    await sleep(Math.max(0, at - performance.now()));
    puts.push(publish(runtime, [flagOf(`${name}-${index}`)]));
  }
  await Promise.all(puts);
  const until = performance.now() + patienceMilliseconds;
  while (due.some((_, index) => !heard.has(`${name}-${index}`))) {
    if (performance.now() > until) throw new Error(`Of ${count} alerts not all were heard.`);
    await sleep(20);
  }
  return due.map((at, index) => (heard.get(`${name}-${index}`) ?? Number.NaN) - at);
}

async function ticketOf(runtime: LocalRuntime): Promise<LiveTicket> {
  const token = await runtime.token({ shops: [`${shopId}:owner`] });
  const answered = await fetch(`${runtime.httpUrl}/v1/shops/${shopId}/live-ticket`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answered.ok) throw new Error(`no ticket: ${answered.status}`);
  return (await answered.json()) as LiveTicket;
}

const flagOf = (orderId: string): MarketplaceEvent => ({
  source: 'marketplace.risk',
  type: 'Order Risk Flagged',
  detail: {
    shopId,
    orderId,
    buyerId: `buyer-of-${orderId}`,
    reasons: ['high_cancellation_rate'],
    flaggedAt: new Date().toISOString(),
  },
});
