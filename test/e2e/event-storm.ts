import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect } from 'vitest';
import { grantAccess } from './grant-access.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';
import { watchBacklog } from './storm/backlog.ts';
import type { Backlog } from './storm/backlog.ts';
import { generateStorm, stormShops } from './storm/generate.ts';
import type { Storm } from './storm/generate.ts';
import { eventIdOf, readExport, writeCorrections } from './storm/dead-letters.ts';
import type { ExportedDeadLetter } from './storm/dead-letters.ts';
import { readAlerts, readDashboard } from './storm/observe.ts';
import { expectShop, lacks } from './storm/oracle.ts';
import { putStorm } from './storm/put-events.ts';
import { runOps } from './storm/run-ops.ts';

const noEvent = 'this is no event';

/** More than so many messages at once make the calls of one machine wait longer than their time-outs. */
const mostAtOnce = 300;
const standstillMilliseconds = 120_000;

/**
 * Lets a marketplace publish so many events, in a mess, and checks that each counts once and that each wrong one waits with
 * its reason; then corrects those as ops do, and checks all of it again.
 */
export async function weatherStorm(seed: number, size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ssc-storm-'));
  const runtime = await startLocal();
  const backlog = watchBacklog(runtime, standstillMilliseconds);
  try {
    for (const { shopId, timeZone } of stormShops) await grantAccess(runtime, shopId, { timeZone });
    const storm = generateStorm(seed, size, Date.now());
    let put = 0;
    await putStorm(runtime, storm.sent, async () => {
      // The first ones start the workers of all functions.
      if ((put += 10) % 100 === 0) await backlog.shrinksTo(put === 100 ? 0 : mostAtOnce);
    });
    await sendNonsense(runtime);
    await backlog.shrinksTo(0);
    const deadLetters = await exportDeadLetters(runtime, backlog, folder);
    await checkBefore(runtime, storm);
    checkDeadLetters(deadLetters, storm);

    const corrected = join(folder, 'corrected.jsonl');
    writeCorrections(corrected, deadLetters, storm);
    const redriven = await runOps(runtime, 'dlq', 'redrive', '--corrected', corrected);
    expect(redriven.code, redriven.output).toBe(0);
    await backlog.shrinksTo(0);
    expect((await runOps(runtime, 'dlq', 'redrive')).output).toContain('There are no dead letters.');
    await checkAfter(runtime, storm);
  } finally {
    backlog.close();
    await runtime.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** On a busy machine a message can fail five times and become a dead letter: those are sent again as they are. */
async function exportDeadLetters(
  runtime: LocalRuntime,
  backlog: Backlog,
  folder: string,
): Promise<readonly ExportedDeadLetter[]> {
  for (let attempt = 1; ; attempt++) {
    const file = join(folder, `dead-letters-${attempt}.jsonl`);
    const { code, output } = await runOps(runtime, 'dlq', 'list', '--export', file);
    expect(code, output).toBe(0);
    const deadLetters = readExport(file);
    if (attempt === 3 || !deadLetters.some(({ reason }) => reason === 'attempts_exhausted')) return deadLetters;
    await runOps(runtime, 'dlq', 'redrive');
    await backlog.shrinksTo(0);
  }
}

/** What can only come from somebody with access to the queue itself. */
async function sendNonsense(runtime: LocalRuntime): Promise<void> {
  const sqs = new SQSClient({
    endpoint: runtime.endpointUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'ops', secretAccessKey: 'local' },
  });
  const QueueUrl = `${runtime.endpointUrl}/000000000000/ssc-local-orders`;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: noEvent }));
  sqs.destroy();
}

/** Stories of which an event is missing may have come to anything; all others are as told, and the sums are exact. */
async function checkBefore(runtime: LocalRuntime, storm: Storm): Promise<void> {
  for (const shop of stormShops) {
    const expected = expectShop(storm, shop, false);
    const dashboard = await readDashboard(runtime, shop.shopId);
    expect({ fraud: dashboard.fraud, amounts: dashboard.amounts }).toEqual({
      fraud: expected.fraud,
      amounts: withoutZeros(expected.amounts),
    });
    expect(Object.fromEntries(await readAlerts(runtime, shop.shopId))).toMatchObject(expected.alerts);
  }
}

async function checkAfter(runtime: LocalRuntime, storm: Storm): Promise<void> {
  for (const shop of stormShops) {
    const expected = expectShop(storm, shop, true);
    expect(await readDashboard(runtime, shop.shopId)).toEqual({
      openAlerts: expected.openAlerts,
      fraud: expected.fraud,
      amounts: withoutZeros(expected.amounts),
    });
    const alerts = await readAlerts(runtime, shop.shopId);
    expect(Object.fromEntries(alerts)).toEqual(expected.alerts);
    expect(alerts).toHaveLength(Object.keys(expected.alerts).length);
  }
}

/** Each wrong event waits as often as it was sent, in its queue, with its reason; and nothing else does. */
function checkDeadLetters(deadLetters: readonly ExportedDeadLetter[], storm: Storm): void {
  const nonsense = deadLetters.filter(({ body }) => body === noEvent);
  expect(nonsense).toMatchObject([{ queue: 'orders-dead-letters', reason: 'malformed_json' }]);
  const seen = new Map<string, ExportedDeadLetter[]>();
  for (const deadLetter of deadLetters.filter(({ body }) => body !== noEvent))
    seen.set(eventIdOf(deadLetter), [...(seen.get(eventIdOf(deadLetter)) ?? []), deadLetter]);
  expect([...seen.keys()].toSorted()).toEqual([...storm.broken.keys()].toSorted());
  for (const [eventId, { queue, reason, times }] of storm.broken) {
    const found = seen.get(eventId) ?? [];
    // Once more where a machine was too busy to delete a message after its dead letter was written.
    expect(found.length, eventId).toBeGreaterThanOrEqual(times);
    for (const deadLetter of found) {
      expect(deadLetter, eventId).toMatchObject({ queue, reason });
      if (reason === 'invalid_event') expect(deadLetter.detail).toMatch(/^detail\.(version|shopId)$/);
    }
  }
  expect(storm.stories.some((story) => lacks(story, storm.broken))).toBe(true);
}

function withoutZeros(amounts: Readonly<Record<string, bigint>>): Record<string, bigint> {
  return Object.fromEntries(Object.entries(amounts).filter(([, sum]) => sum > 0n));
}
