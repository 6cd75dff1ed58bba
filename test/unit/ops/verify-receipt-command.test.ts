import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpsError } from '../../../ops/ops-error.ts';
import { checkReceipt } from '../../../ops/verify-receipt-command.ts';
import { buildReceipt, buildSigner } from '../../builders/items/receipt.ts';

describe('verify-receipt', () => {
  let folder = '';
  let text = '';
  const own = buildSigner();
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'receipt-'));
    text = await buildReceipt(own);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function run(receipt: string, keys: string, json = false) {
    const lines: string[] = [];
    const files = { receipt: file('receipt.jws', receipt), keys: file('keys.json', keys) };
    const isValid = await checkReceipt({ ...files, json }, (line) => lines.push(line));
    return { isValid, printed: lines.join('\n') };
  }

  it('prints what a valid receipt says', async () => {
    const { isValid, printed } = await run(`${text}\n`, JSON.stringify({ keys: [own.key] }));
    expect(isValid).toBe(true);
    expect(printed).toMatch(/^VALID\. Signed by the key key-1\.\nissuer +ssc-test, 2026-11-22T12:02:00\.000Z\n/);
    expect(printed).toContain('cancelling order o1');
    expect(printed).toMatch(/\nterms +1\n/);
    expect(printed).toMatch(/\nstep +2026-11-22T12:01:00\.000Z granted$/);
  });

  it('prints the payload for programs', async () => {
    const { printed } = await run(text, JSON.stringify({ keys: [own.key] }), true);
    expect(JSON.parse(printed)).toMatchObject({ subjectId: 'o1', status: 'granted' });
  });

  it.each<[what: string, receipt: () => string, keys: unknown, words: string]>([
    ['no receipt', () => 'hello', { keys: [] }, 'NOT VALID. This is no receipt'],
    [
      'a key that is not there',
      () => text,
      { keys: [] },
      'Read them again from the stage that issued it. The key: key-1.',
    ],
    ['another signature', () => text, { keys: [buildSigner().key] }, 'changed since, or signed by somebody else'],
    ['another kind', () => `e30.e30.${text.split('.')[2]}`, { keys: [own.key] }, 'of a waiver that this version knows'],
  ])('says why it is not valid: %s', async (_what, receipt, keys, words) => {
    const { isValid, printed } = await run(receipt(), JSON.stringify(keys));
    expect(isValid).toBe(false);
    expect(printed).toContain(words);
  });

  it('names a file that cannot be read, or holds no JSON', async () => {
    const keys = file('keys.json', 'no JSON');
    const nothing = { receipt: join(folder, 'absent'), keys, json: false };
    await expect(checkReceipt(nothing, () => undefined)).rejects.toThrow(OpsError);
    await expect(checkReceipt(nothing, () => undefined)).rejects.toThrow('receipt cannot be read');
    const noJson = { receipt: file('receipt.jws', text), keys, json: false };
    await expect(checkReceipt(noJson, () => undefined)).rejects.toThrow('holds no JSON');
  });
});
