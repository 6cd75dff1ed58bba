import { answerPeople } from './demo/answer-people.ts';
import { renderBanner } from './demo/banner.ts';
import { help, parseStart } from './start-up/start-options.ts';
import type { StartOptions } from './start-up/start-options.ts';
import { UsageError } from '../shared/command-line/usage-error.ts';
import { createStartConsole } from './start-up/start-console.ts';
import { demoShop } from './demo/demo-shop.ts';
import { seedDemo } from './demo/seed.ts';
import { untilAvailable } from './demo/until-available.ts';
import { localSigner, signedFetch } from '../clients/signed-fetch.ts';
import type { Runtime, Step } from './runtime.ts';
import { startRuntime } from './runtime.ts';

/** `npm start`: runs the product on this machine until Ctrl-C or SIGTERM. */

/** It outlives what people move the clock by: the 90 days of a block, and the months in which an alert's activity is kept. */
const bannerTokenSeconds = 400 * 86_400;
const warmUpAttempts = 20;
const echoMilliseconds = 500;
const closeWithinMilliseconds = 8_000;

const write = (text: string) => void process.stdout.write(text);

try {
  const options = parseStart(process.argv.slice(2));
  if (options === 'help') write(`${help}\n`);
  else await run(options);
} catch (error) {
  // What is ours says all in its message; a stack is for what is not.
  const known = error instanceof UsageError || (error instanceof Error && error.constructor === Error);
  process.stderr.write(`\n${known ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function run({ empty, ...options }: StartOptions): Promise<void> {
  const started = performance.now();
  let runtime: Runtime | undefined;
  let stoppingSince: number | undefined;
  const ending = new AbortController();
  const stop = async () => {
    // One Ctrl-C can arrive twice: from the terminal, and from the npm above, which passes it on.
    const isEcho = stoppingSince !== undefined && performance.now() - stoppingSince < echoMilliseconds;
    if (isEcho) return;
    if (stoppingSince !== undefined) process.exit(130);
    stoppingSince = performance.now();
    ending.abort();
    setTimeout(() => process.exit(1), closeWithinMilliseconds).unref();
    await runtime?.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());

  write('Seller Security Center on this machine\n');
  const { step, log } = createStartConsole(write);
  runtime = await startRuntime({ ...options, step, log });
  try {
    await fill(runtime, { empty, step });
  } catch (error) {
    // Its ports and processes would outlive the message.
    await runtime.close();
    throw error;
  }
  const { httpUrl, endpointUrl, clock } = runtime;
  if (!empty) void answerPeople({ httpUrl, endpointUrl, now: clock.now, signal: ending.signal });
  write(`\nStarted in ${((performance.now() - started) / 1000).toFixed(1)} s. Ctrl-C ends it.\nready\n`);
}

/** Brings the demo shop and the first answers, and says what one can do. */
async function fill(runtime: Runtime, { empty, step }: { empty: boolean; step: Step }): Promise<void> {
  const { httpUrl, endpointUrl, hasConsole, issuer, clock, journal } = runtime;
  const token = await issuer.sign({
    subject: 'demo-seller',
    shops: [`${demoShop}:owner`],
    scope: 'ssc/seller',
    expiresInSeconds: bannerTokenSeconds,
  });
  if (!empty && journal.replay('demo').length === 0) {
    await step('demo data', () => seedDemo({ httpUrl, endpointUrl, token, now: clock.now() }));
    journal.append({ topic: 'demo', value: { shopId: demoShop } });
  }
  await step('first answers', () => warmUp(httpUrl));
  write(renderBanner({ httpUrl, endpointUrl, hasConsole, token, empty, now: clock.now() }));
}

/**
 * "ready" promises that the product answers, and the gate within its deadline, which the first calls of a new worker can miss.
 * What this leaves in the recorded calls is removed: they are for those who come after.
 */
async function warmUp(httpUrl: string): Promise<void> {
  const health = await untilAvailable(() => fetch(`${httpUrl}/v1/health`));
  if (!health.ok) throw new Error(`GET /v1/health answers ${health.status}: ${await health.text()}`);
  for (let attempt = 0; attempt < warmUpAttempts; attempt += 1) {
    const response = await untilAvailable(() =>
      signedFetch(localSigner('order-service'), `${httpUrl}/v1/gate/decisions`, {
        body: { checks: [{ shopId: 'warm-up', buyerId: 'warm-up' }] },
      }),
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`POST /v1/gate/decisions answers ${response.status}: ${text}`);
    if (!(JSON.parse(text) as { decisions: readonly { degraded: boolean }[] }).decisions[0]?.degraded) break;
  }
  await fetch(`${httpUrl}/_local/calls`, { method: 'DELETE' });
}
