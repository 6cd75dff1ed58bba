import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { synthesize } from '../../local/core/synthesis/synthesize.ts';
import { localAudience, templateIssuer } from '../../local/services/apigateway/local-issuer.ts';
import { patientWithProduct } from '../builders/patience.ts';
import { tableAsOps } from '../builders/table-as-ops.ts';
import { openShop } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';
import { runOps } from './storm/run-ops.ts';

/** What a busy machine may take for one thing. */
const patience = '600';

/** Keys of what no TTL removes; past is what has ended by itself. */
async function keptKeys(runtime: LocalRuntime): Promise<readonly string[]> {
  const { client, name } = tableAsOps(runtime.endpointUrl);
  const keys: string[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true, ExclusiveStartKey: from }));
    for (const { pk, sk, ttl } of page.Items ?? []) if (ttl === undefined) keys.push(`${String(pk)} ${String(sk)}`);
    from = page.LastEvaluatedKey;
  } while (from);
  client.destroy();
  return keys.toSorted();
}

describe('smoke, run by two at once', () => {
  let runtime: LocalRuntime;
  beforeAll(async () => {
    runtime = await startLocal();
    await runOps(runtime, 'smoke', '--wait', patience);
  });
  afterAll(async () => {
    await runtime.stop();
  });

  it('takes turns when it is run twice at once, and leaves no more than a run before', async () => {
    const before = await keptKeys(runtime);
    const runs = await Promise.all([
      runOps(runtime, 'smoke', '--wait', patience),
      runOps(runtime, 'smoke', '--wait', patience),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(runs.filter(({ output }) => output.includes('Another run has the shop'))).toHaveLength(1);
    await vi.waitFor(async () => expect(await keptKeys(runtime)).toEqual(before), patientWithProduct);
    expect(await openShop(runtime, 'ssc-smoke').seller('GET', 'blocks')).toMatchObject({
      status: 403,
      body: { code: 'access_not_active' },
    });
  });
});

type Resources = Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>;

/** A started product from templates that were changed, as somebody's mistake would change a deployment. */
async function startBroken(change: (resources: Resources) => void): Promise<{ runtime: LocalRuntime; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'ssc-assembly-'));
  const { directory } = await synthesize({ issuer: templateIssuer, audience: localAudience });
  cpSync(directory, folder, { recursive: true });
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.template.json'))) {
    const file = join(folder, name);
    const template = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Resources };
    change(template.Resources);
    writeFileSync(file, JSON.stringify(template));
  }
  return { runtime: await startLocal({ args: ['--assembly', folder] }), folder };
}

describe('smoke of a deployment that is broken', () => {
  it('names the function whose queue nobody reads, and says so', async () => {
    let disabled = 0;
    const { runtime, folder } = await startBroken((resources) => {
      for (const [id, { Type, Properties }] of Object.entries(resources)) {
        if (Type !== 'AWS::Lambda::EventSourceMapping' || !/CoverageConsumer/i.test(id)) continue;
        Properties['Enabled'] = false;
        disabled += 1;
      }
    });
    try {
      expect(disabled).toBe(1);
      // Long enough for all that comes before it on a busy machine.
      const { code, output } = await runOps(runtime, 'smoke', '--wait', '60');
      expect(code).toBe(1);
      expect(output).toMatch(/FAILED {2}the block reaches the linked account/);
      expect(output).toMatch(/waited 60 s for the coverage to be complete; last seen: applying/);
      expect(output).toContain('coverage-consumer: log group /aws/lambda/ssc-local-coverage-consumer');
      expect(output).toContain('nobody takes them: is its event source mapping enabled?');
    } finally {
      await runtime.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('names the function that lacks a permission, with the request that its log knows', async () => {
    let taken = 0;
    const { runtime, folder } = await startBroken((resources) => {
      for (const [id, { Type, Properties }] of Object.entries(resources)) {
        if (Type !== 'AWS::IAM::Policy' || !id.startsWith('PerformanceApi')) continue;
        const policy = Properties['PolicyDocument'] as { Statement: { Action: string | string[] }[] };
        const kept = policy.Statement.filter(({ Action }) => ![Action].flat().includes('dynamodb:BatchGetItem'));
        taken += policy.Statement.length - kept.length;
        policy.Statement = kept;
      }
    });
    try {
      expect(taken).toBe(1);
      const { code, output } = await runOps(runtime, 'smoke', '--wait', '60');
      expect(code).toBe(1);
      expect(output).toMatch(/FAILED {2}a flagged order is an alert/);
      expect(output).toMatch(/to be waived; last seen: 5\d\d/);
      expect(output).toMatch(/last request: \S+/);
      expect(output).toContain('performance-api: log group');
    } finally {
      await runtime.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
