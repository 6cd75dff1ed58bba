import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalRuntime } from '../../e2e/start-local.ts';
import { percentile } from '../report/statistics.ts';
import { allowed, shop } from '../world/seed.ts';
import { signedHeaders } from '../world/signed-headers.ts';
import { deadlineMilliseconds } from '../world/start-world.ts';
import type { Bench } from './section.ts';

export interface Load {
  readonly perSecond: number;
  readonly answeredPerSecond: number;
  /** From the instant at which the request was due, whether or not it could be sent then. */
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** Not answered, or degraded. */
  readonly failed: number;
}

export interface OverHttp {
  readonly steps: readonly Load[];
  /** The highest rate at which 99 of 100 answers came within the gate's deadline, 0 when none did. */
  readonly highestPerSecond: number;
}

const stepSeconds = 3;
const [firstRate, growth, mostSteps] = [50, 1.5, 12];
/** Where it has bent: nothing is to be learned from rates beyond. */
const bentMilliseconds = deadlineMilliseconds * 4;
const path = '/v1/gate/decisions';

/**
 * The gate over HTTP as `npm start` serves it, signature, policy and recording included: half as many requests again
 * from step to step, none waiting for another, until the answers fall behind.
 */
export async function measureOverHttp({ say }: Bench, local: LocalRuntime): Promise<OverHttp> {
  const body = { state: 'active', timeZone: 'UTC' };
  await local.signedFetch('ops', `/v1/admin/shops/${shop(0)}/access`, { method: 'PUT', body });
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const steps: Load[] = [];
  try {
    await applyLoad(local, agent, firstRate);
    for (let rate = firstRate; steps.length < mostSteps; rate = Math.round(rate * growth)) {
      say(`gate over HTTP, ${rate} requests a second`);
      const load = await applyLoad(local, agent, rate);
      steps.push(load);
      if (load.p99Milliseconds > bentMilliseconds) break;
    }
  } finally {
    agent.destroy();
  }
  const kept = steps.filter(({ p99Milliseconds, failed }) => p99Milliseconds <= deadlineMilliseconds && failed === 0);
  return { steps, highestPerSecond: Math.max(0, ...kept.map(({ perSecond }) => perSecond)) };
}

async function applyLoad(local: LocalRuntime, agent: Agent, perSecond: number): Promise<Load> {
  const signed = signAhead(local);
  const count = perSecond * stepSeconds;
  const milliseconds: number[] = [];
  let failed = 0;
  const send = async (index: number, due: number) => {
    const text = await signed(agent, index).catch(() => '');
    milliseconds.push(performance.now() - due);
    if (!text.includes('"degraded":false')) failed++;
  };
  const started = performance.now();
  const sent: Promise<void>[] = [];
  for (let index = 0; index < count; index++) {
    const due = started + (index * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
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

/** Signed before they are due, and each often: the generator takes as little of the machine as it can. */
function signAhead({ httpUrl }: LocalRuntime): (agent: Agent, index: number) => Promise<string> {
  const url = `${httpUrl}${path}`;
  const requests = allowed(1).requests.map((checks) => {
    const body = JSON.stringify({ checks });
    return { body, headers: signedHeaders('order-service', url, body) };
  });
  return (agent, index) =>
    new Promise((resolve, reject) => {
      const { body = '', headers = {} } = requests[index % requests.length] ?? {};
      const outgoing = httpRequest(url, { method: 'POST', headers, agent }, (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        incoming.on('end', () => resolve(incoming.statusCode === 200 ? text : '')).on('error', reject);
      });
      outgoing.on('error', reject).end(body);
    });
}
