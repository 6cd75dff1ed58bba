import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readDocument, repository } from '../docs/documents.ts';
import { paste } from './paste.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const page = readDocument('docs/integration.md').codeBlocks;
const shorthands = readDocument('README.md').codeBlocks.find(({ under }) => under === 'The first five minutes');
const blocks = page.filter(({ language }) => language === 'sh');
/** Only ends what would hang. */
const longest = 600_000;

const put = { FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) as string }] };
const requested = { status: 'action_requested', waiver: { status: 'pending' } };
/** By block: what each command of it printed. */
const expected: readonly (readonly unknown[])[] = [
  [{ shopId: 'shop-2', state: 'active' }, put],
  [{ decisions: [{ buyerId: 'buyer-2', decision: 'allow' }] }],
  [put, put],
  [{ kind: 'security_alert_order', orderId: 'order-2', ...requested }],
  [put],
  [put, put, { kind: 'risk_refund', ...requested }, put],
  [put, 'abusive_review'],
  [put, { buyerId: 'buyer-2', username: 'Trudy', linkedAccounts: 1 }],
  [
    { subjectId: 'order-2', waived: true, status: 'granted' },
    { subjectId: 'refund-2', waived: false, status: 'void' },
  ],
  [
    { buyerId: 'buyer-2', reason: 'abusive_review' },
    { items: [{ shopId: 'shop-2', via: 'own', inEffect: true }] },
    { items: [] },
  ],
];

describe('the examples for the teams of a marketplace', () => {
  let runtime: LocalRuntime;
  beforeAll(async () => {
    runtime = await startLocal();
  });
  afterAll(async () => {
    await runtime.stop();
  });
  /** Of a block only the ports are replaced. */
  const onItsPorts = (block: string): string =>
    block.replaceAll(':3000', `:${runtime.port}`).replaceAll(':3001', `:${runtime.port + 1}`);

  it('are in the languages that are run here', () => {
    expect(new Set(page.map(({ language }) => language))).toEqual(new Set(['sh', 'ts']));
  });

  it(
    'do what they say, pasted behind the shorthands of the README',
    async () => {
      const code = [shorthands?.code ?? '', ...blocks.map((block) => block.code)];
      const { printed, stderr, code: exitCode } = await paste(code.map(onItsPorts));
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
      expect(printed.slice(1)).toMatchObject(expected);
    },
    longest,
  );

  it.each(page.filter(({ language }) => language === 'ts'))(
    'run as programs of their own: $under',
    async ({ code }) => {
      const project = mkdtempSync(join(tmpdir(), 'ssc-example-'));
      onTestFinished(() => rmSync(project, { recursive: true }));
      symlinkSync(join(repository, 'node_modules'), join(project, 'node_modules'));
      writeFileSync(join(project, 'example.ts'), onItsPorts(code));
      const { stdout } = await promisify(execFile)(process.execPath, [join(project, 'example.ts')]);
      // On a busy machine the gate may be late; the buyer is free either way.
      expect(JSON.parse(stdout)).toMatchObject({ decision: 'allow' });
    },
    longest,
  );
});
