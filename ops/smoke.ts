import { randomBytes } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { clientSettings } from './client-settings.ts';
import { print } from './printable.ts';
import { createCalls } from './smoke/calls.ts';
import { openCanary } from './smoke/canary.ts';
import type { Canary } from './smoke/canary.ts';
import { cleanUp } from './smoke/clean-up.ts';
import { lookAt } from './smoke/evidence.ts';
import { SmokeFailure } from './smoke/failure.ts';
import { takeTurn } from './smoke/lease.ts';
import { openPlace } from './smoke/open-place.ts';
import { runSteps } from './smoke/run-steps.ts';
import { parseSmoke, smokeHelp } from './smoke/smoke-options.ts';
import type { SmokeOptions } from './smoke/smoke-options.ts';
import type { Memory } from './smoke/step.ts';
import { steps, unreachable } from './smoke/steps.ts';
import { stopOnSignals } from './stop-signal.ts';

/**
 * `npm run ops -- smoke …`: whether a deployment does what it is for.
 *
 * @returns whether all of it does, and nothing was left behind.
 */
export async function smoke(args: readonly string[]): Promise<boolean> {
  const options = parseSmoke(args, process.env);
  if (options !== 'help') return run(options);
  print(smokeHelp);
  return true;
}

async function run(options: SmokeOptions): Promise<boolean> {
  const stop = stopOnSignals({
    signals: process,
    say: print,
    end: () => process.exit(130),
    now: () => performance.now(),
  });
  const name = randomBytes(6).toString('hex');
  const place = await openPlace(options, name);
  const { shopId, mail, waitSeconds } = options;
  const canary = openCanary({ place, calls: createCalls(), run: name, shopId, mail, waitSeconds, stop });
  print(`Smoke test ${name} of stage ${place.stage}, with the shop ${shopId}.`);
  const memory: Memory = {};
  let broken = await takeCanary(canary);
  if (broken === undefined) {
    const failed = await runSteps({ canary, steps, memory, say: print });
    if (failed) {
      const { accessKeyId, secretAccessKey, sessionToken, region = 'us-east-1' } = place.signerOf('ops', 'sqs');
      const credentials = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
      const sqs = new SQSClient({
        ...clientSettings({ endpoint: place.awsUrl('sqs'), isLocal: false }),
        ...{ region, credentials },
      });
      broken = [
        failed.reason,
        ...(failed.requestId === undefined ? [] : [`last request: ${failed.requestId}`]),
        ...(await lookAt(sqs, place.stage, failed.functions)),
      ];
    }
    memory.live?.close();
    const left = await cleanUp(canary, canary.run);
    for (const what of left) print(`LEFT    ${what}`);
    if (left.length > 0) broken ??= ['something was left behind'];
  }
  if (broken === undefined) print(`All well. Not seen from outside: ${unreachable.join('; ')}.`);
  else for (const line of broken) print(`        ${line}`);
  return broken === undefined;
}

/** @returns why it cannot be had, if so. */
async function takeCanary(canary: Canary): Promise<readonly string[] | undefined> {
  try {
    const { abandoned } = await takeTurn(canary, print);
    if (abandoned !== undefined) {
      print(`The run ${abandoned} left the shop behind: cleaning up after it.`);
      await cleanUp(canary, abandoned);
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof SmokeFailure)) throw error;
    print('FAILED  ops grant the canary shop access');
    return [
      error.message,
      ...(error.requestId === undefined ? [] : [`last request: ${error.requestId}`]),
      `admin-api: log group /aws/lambda/ssc-${canary.stage}-admin-api`,
    ];
  }
}
