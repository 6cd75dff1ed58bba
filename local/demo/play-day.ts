import { setTimeout as sleep } from 'node:timers/promises';
import { putEvents } from './marketplace.ts';
import { localSigner, signedFetch } from '../../clients/signed-fetch.ts';
import { actOnAlert, answerRequests } from './seller-requests.ts';
import { createSimulatedDay } from './simulated-day.ts';
import type { Happening, SimulatedDay } from './simulated-day.ts';

export interface PlayOptions {
  readonly httpUrl: string;
  readonly endpointUrl: string;
  /** Happenings a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly write: (line: string) => void;
  readonly signal: AbortSignal;
}

type Count = 'allowed' | 'denied' | 'order' | 'profile' | 'links' | 'risk' | 'fraud' | 'action' | 'idle' | 'failed';

/**
 * Plays a marketplace's day: each new order after the gate's answer, everything else as events. Writes a line a second.
 *
 * @throws Error when nothing answers at the start.
 */
export async function playDay(options: PlayOptions): Promise<void> {
  const { rate, seconds, write, signal } = options;
  const offset = await readClock(options.httpUrl);
  const now = () => Date.now() + offset;
  const day = createSimulatedDay({ now, random: Math.random });
  for (let second = 1; second <= seconds && !signal.aborted; second += 1) {
    const until = performance.now() + 1_000;
    const counts = new Map<Count, number>();
    const problems = new Set<string>();
    const running: Promise<void>[] = [];
    for (let i = 0; i < rate && !signal.aborted; i += 1) {
      const happening = day.next();
      const done = happen(happening, day, options).then(
        (count) => void counts.set(count, (counts.get(count) ?? 0) + 1),
        (error: unknown) => {
          counts.set('failed', (counts.get('failed') ?? 0) + 1);
          problems.add(String(error));
        },
      );
      running.push(done);
      await sleep(Math.max(0, (until - performance.now()) / (rate - i)));
    }
    await Promise.all(running);
    // The order and refund services take up to a second to answer.
    const cancelled = await answerRequests(options, day.find, Math.random, now).catch((error: unknown) => {
      problems.add(String(error));
      return [];
    });
    for (const orderId of cancelled) day.close(orderId);
    write(renderSecond(second, counts));
    for (const problem of problems) write(`       ${problem}`);
  }
}

async function happen(happening: Happening, day: SimulatedDay, options: PlayOptions): Promise<Count> {
  const { httpUrl, endpointUrl, write } = options;
  if (happening.kind === 'action') return (await actOnAlert(options, day.find, Math.random)) ? 'action' : 'idle';
  if (happening.kind !== 'checkout') {
    await putEvents(endpointUrl, happening.events);
    return happening.kind;
  }
  const { shopId, buyerId, place } = happening;
  const response = await signedFetch(localSigner('order-service'), `${httpUrl}/v1/gate/decisions`, {
    body: { checks: [{ shopId, buyerId }] },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The gate answers ${response.status}: ${text}`);
  const { decisions } = JSON.parse(text) as { decisions: readonly { decision: string; matched?: { scope: string } }[] };
  if (decisions[0]?.decision === 'deny') {
    write(`       denied: an order of buyer ${buyerId} (${decisions[0].matched?.scope ?? 'unconfirmed'})`);
    return 'denied';
  }
  await putEvents(endpointUrl, [place()]);
  return 'allowed';
}

function renderSecond(second: number, counts: ReadonlyMap<Count, number>): string {
  const of = (count: Count) => String(counts.get(count) ?? 0).padStart(3);
  const failed = counts.has('failed') ? `  FAILED ${of('failed')}` : '';
  const orders = `new orders ${of('allowed')} allowed ${of('denied')} denied`;
  const risks = `risks ${of('risk')}  fraud ${of('fraud')}  actions ${of('action')}`;
  return `${String(second).padStart(5)}  ${orders}  order changes ${of('order')}  ${risks}  profiles ${of('profile')}  links ${of('links')}${failed}`;
}

/** Milliseconds by which the local clock is ahead. */
async function readClock(httpUrl: string): Promise<number> {
  try {
    const response = await fetch(`${httpUrl}/_local/clock`);
    return ((await response.json()) as { advancedSeconds: number }).advancedSeconds * 1000;
  } catch (error) {
    throw new Error(`Nothing answers at ${httpUrl}. Run npm start first, or say --port.`, { cause: error });
  }
}
