import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localAudience, templateIssuer } from '../../local/services/apigateway/local-issuer.ts';
import { synthesize } from '../../local/core/synthesis/synthesize.ts';
import { grantAccess } from './grant-access.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441703';

interface PolicyResource {
  readonly Type: string;
  readonly Properties: { readonly PolicyDocument: { Statement: { Action: string | string[] }[] } };
}

/** Takes the statements that allow the action out of one role's policies, and says how many those were. */
function withoutStatement(file: string, logicalId: RegExp, action: string): number {
  const template = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, PolicyResource> };
  let taken = 0;
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::IAM::Policy' || !logicalId.test(id)) continue;
    const { PolicyDocument: policy } = Properties;
    const kept = policy.Statement.filter(({ Action }) => ![Action].flat().includes(action));
    taken += policy.Statement.length - kept.length;
    policy.Statement = kept;
  }
  writeFileSync(file, JSON.stringify(template));
  return taken;
}

describe('a statement taken out of a function’s policy', () => {
  let folder = '';
  let runtime: LocalRuntime;
  let taken = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-assembly-'));
    const { directory } = await synthesize({ issuer: templateIssuer, audience: localAudience });
    cpSync(directory, folder, { recursive: true });
    const templates = readdirSync(folder).filter((name) => name.endsWith('.template.json'));
    taken = templates.reduce(
      (sum, name) => sum + withoutStatement(join(folder, name), /^AccessApi/, 'dynamodb:BatchGetItem'),
      0,
    );
    runtime = await startLocal({ args: ['--assembly', folder] });
  });
  afterAll(async () => {
    await runtime.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes its use fail with AccessDenied, naming function, action and resource', async () => {
    expect(taken).toBe(1);
    await grantAccess(runtime, shopId);
    const authorization = await runtime.token({ shops: [`${shopId}:owner`] });
    const response = await fetch(`${runtime.httpUrl}/v1/shops/${shopId}/access`, { headers: { authorization } });
    expect(response.status).toBe(500);
    const { items } = await runtime.local<{ items: Record<string, unknown>[] }>('GET', 'calls?function=access-api');
    expect(items.at(-1)).toMatchObject({ operation: 'BatchGetItem', error: 'AccessDeniedException' });
    expect(runtime.output()).toMatch(
      /assumed-role\/\S+\/ssc-local-access-api is not authorized to perform: dynamodb:BatchGetItem on resource: arn:aws:dynamodb:us-east-1:000000000000:table\/ssc-local /,
    );
  });
});
