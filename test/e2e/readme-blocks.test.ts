import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../docs/documents.ts';
import { paste } from './paste.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const sectionTitle = 'The first five minutes';
const blocks = readDocument('README.md')
  .codeBlocks.filter(({ language, under }) => language === 'sh' && under === sectionTitle)
  .map(({ code }) => code);
/** A message that fails on a busy machine comes again after three minutes; this only ends what would hang. */
const longest = 600_000;

describe("the README's first five minutes", () => {
  let runtime: LocalRuntime;
  beforeAll(async () => {
    runtime = await startLocal();
  });
  afterAll(async () => {
    await runtime.stop();
  });
  /** Of a block only the ports are replaced, both at once: a free port can begin as the other does. */
  const onItsPorts = (block: string): string =>
    block.replaceAll(/:300([01])\b/g, (_, which: string) => `:${runtime.port + Number(which)}`);

  it('are six blocks, which speak of the ports that npm start takes', () => {
    expect(blocks).toHaveLength(6);
    expect(blocks[0]).toContain('http://127.0.0.1:3000');
    expect(blocks[0]).toContain('http://127.0.0.1:3001');
  });

  it(
    'do what they say, pasted without a pause, with curl and sed alone',
    async () => {
      const { printed, stderr, code } = await paste(blocks.map(onItsPorts));
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
      expect(printed).toMatchObject(expected);
    },
    longest,
  );

  it(
    'do it again when they are pasted again',
    async () => {
      const { printed, stderr, code } = await paste(blocks.map(onItsPorts));
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
      // The order is cancelled by now, so the buyer has none that is open.
      expect(printed.flat().slice(0, 8)).toMatchObject([
        ...expected.flat().slice(0, 3),
        { buyerId: 'buyer-1', openOrders: 0 },
        ...expected.flat().slice(4, 8),
      ]);
    },
    longest,
  );
});

const put = { FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) as string }] };
const decided = (decision: string, reason: string) => ({
  decisions: [{ shopId: 'shop-1', buyerId: 'buyer-1', decision, reason, degraded: false }],
});
/** By block; a removal answers without a body. */
const expected: readonly (readonly object[])[] = [
  [],
  [{ shopId: 'shop-1', state: 'active', timeZone: 'Europe/Berlin' }, put, put],
  [
    { buyerId: 'buyer-1', username: 'Mallory', openOrders: 1 },
    { buyerId: 'buyer-1', reason: 'malicious_refund', scope: 'linked_user_ids', coverage: { guarded: 1, total: 1 } },
  ],
  [decided('deny', 'blocked'), decided('allow', 'not_blocked')],
  [
    put,
    { kind: 'security_alert_order', status: 'action_requested', orderId: 'order-1', waiver: { status: 'pending' } },
  ],
  [put, { subjectId: 'order-1', waived: true, status: 'granted' }],
];
