import { afterEach, describe, expect, it } from 'vitest';
import { bannerBuyer, demoShop } from '../../local/demo/demo-shop.ts';
import { paste } from './paste.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const { buyerId, username } = bannerBuyer;
const granted = { shopId: demoShop, state: 'active' };
const told = { FailedEntryCount: 0 };
const found = { buyerId, username };
const blocked = { buyerId, username, reason: 'malicious_refund', scope: 'user_id_only', duration: '90_days' };
const denied = { decisions: [{ shopId: demoShop, buyerId, decision: 'deny' }] };

describe('what npm start prints', () => {
  let runtime: LocalRuntime | undefined;
  afterEach(async () => {
    await runtime?.stop();
    runtime = undefined;
  });
  /** Its lines to paste, each on its own: curl ends what it prints without a line's end. */
  const pasteLines = (output: string) =>
    paste(
      output
        .split('\n')
        .filter((line) => line.startsWith('curl '))
        .map((line) => `${line}; echo`),
    );

  it('shows the steps, then lines that work with the demo shop, then ready', async () => {
    runtime = await startLocal({ demo: true });
    const output = runtime.output();
    for (const step of ['cloud assembly', 'engine dynoxide', 'tables', 'functions', 'demo data']) {
      expect(output).toMatch(new RegExp(`^ {2}${step}.* … \\d+\\.\\d s$`, 'm'));
    }
    expect(output.trimEnd().split('\n').at(-1)).toBe('ready');
    const { printed, stderr, code } = await pasteLines(output);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(printed).toMatchObject([[found], [blocked], [denied]]);
  });

  it('has lines that work on an empty system, pasted without a pause', async () => {
    runtime = await startLocal();
    const { printed, stderr, code } = await pasteLines(runtime.output());
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(printed).toMatchObject([[granted], [told], [found], [blocked], [denied]]);
  });

  it('has a token that is good after the clock was moved by a year', async () => {
    runtime = await startLocal();
    const token = /^ {2}token +(\S+)$/m.exec(runtime.output())?.[1];
    await runtime.local('POST', 'clock', { advanceSeconds: 365 * 86_400 });
    const response = await fetch(`${runtime.httpUrl}/v1/shops/${demoShop}/blocks`, {
      headers: { authorization: `Bearer ${token}` },
    });
    // Nobody has granted the shop access yet; a token that had ended would be 401.
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([403, 'access_not_active']);
  });
});
