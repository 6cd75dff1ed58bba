import { setTimeout as sleep } from 'node:timers/promises';
import { type LocalRuntime, startLocal } from '../../e2e/start-local.ts';
import { percentile } from '../report/statistics.ts';
import { allowed, shop } from '../world/seed.ts';
import type { Bench } from './section.ts';

export interface Load {
  readonly perSecond: number;
  readonly answeredPerSecond: number;
  /** From the instant at which the request was due, whether or not it could be sent then. */
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly failed: number;
}

const stepSeconds = 3;
const [firstRate, mostRate] = [25, 3200];
/** Where the answers no longer keep up: half of them later than this, or one in a hundred failed or degraded. */
const bentMilliseconds = 100;

/**
 * The gate over HTTP as `npm start` serves it, signature, policy and recording included: twice as many
 * requests a second from step to step, none waiting for another, until the answers fall behind.
 */
export async function measureOverHttp({ say }: Bench): Promise<Readonly<Record<string, Load>>> {
  say('starting the product for the gate over HTTP');
  const local = await startLocal();
  const steps: [string, Load][] = [];
  try {
    const body = { state: 'active', timeZone: 'UTC' };
    await local.signedFetch('ops', `/v1/admin/shops/${shop(0)}/access`, { method: 'PUT', body });
    await applyLoad(local, firstRate);
    for (let rate = firstRate; rate <= mostRate; rate *= 2) {
      say(`gate over HTTP, ${rate} requests a second`);
      const load = await applyLoad(local, rate);
      steps.push([`${rate} a second`, load]);
      if (load.p50Milliseconds > bentMilliseconds || load.failed > (rate * stepSeconds) / 100) break;
    }
  } finally {
    await local.stop();
  }
  return Object.fromEntries(steps);
}

async function applyLoad(local: LocalRuntime, perSecond: number): Promise<Load> {
  const { requests } = allowed(1);
  const count = perSecond * stepSeconds;
  const milliseconds: number[] = [];
  let failed = 0;
  const send = async (index: number, due: number) => {
    const checks = requests[index % requests.length];
    const response = await local
      .signedFetch('order-service', '/v1/gate/decisions', { method: 'POST', body: { checks } })
      .catch(() => undefined);
    const text = response?.status === 200 ? await response.text() : '';
    if (!text.includes('"degraded":false')) failed++;
    milliseconds.push(performance.now() - due);
  };
  const started = performance.now();
  const sent: Promise<void>[] = [];
  for (let index = 0; index < count; index++) {
    const due = started + (index * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    sent.push(send(index, due));
  }
  await Promise.all(sent);
  const seconds = (performance.now() - started) / 1000;
  return {
    perSecond,
    answeredPerSecond: count / seconds,
    p50Milliseconds: percentile(milliseconds, 0.5),
    p99Milliseconds: percentile(milliseconds, 0.99),
    failed,
  };
}
