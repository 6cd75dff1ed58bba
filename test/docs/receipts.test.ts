import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import readReceipt from '../../shared/contracts/http/examples/read-receipt.json' with { type: 'json' };
import readWaiverKeys from '../../shared/contracts/http/examples/read-waiver-keys.json' with { type: 'json' };
import { receipt } from '../../shared/contracts/receipt.ts';
import { readDocument, readText } from './documents.ts';

const { codeBlocks } = readDocument('docs/receipts.md');
const script = codeBlocks.find(({ code }) => code.includes('openssl dgst'))?.code ?? 'exit 9';

describe('the shell lines of docs/receipts.md, with openssl', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'openssl-'));
    writeFileSync(join(folder, 'keys.json'), JSON.stringify(readWaiverKeys.reply));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (text: string) => {
    writeFileSync(join(folder, 'receipt.jws'), text);
    const { stdout, stderr, status } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    return { stdout, stderr, status };
  };

  it('verify the example of the API', () => {
    expect(run(readReceipt.reply)).toEqual({ stdout: 'Verified OK\n', stderr: '', status: 0 });
    expect(run(`${readReceipt.reply}\n`).status).toBe(0);
  });

  it.each(flippedReceipts())('refuse it with %s flipped', (_bit, text) => {
    const { stdout, status } = run(text);
    expect(stdout).not.toContain('OK');
    expect(status).not.toBe(0);
  });

  it('stand beside all claims that there are', () => {
    for (const claim of Object.keys(receipt.shape)) expect(readText('docs/receipts.md'), claim).toContain(`\`${claim}`);
  });
});

/** Some bits of the signature and of what is signed: each is a score of processes. All are flipped where verifying is a call. */
function flippedReceipts(): readonly (readonly [bit: string, text: string])[] {
  const [header = '', payload = '', signature = ''] = readReceipt.reply.split('.');
  const flip = (part: string, bit: number) => {
    const bytes = Buffer.from(part, 'base64url');
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return bytes.toString('base64url');
  };
  const bits = (part: string, count: number) => {
    const all = Buffer.from(part, 'base64url').length * 8;
    return Array.from({ length: count }, (_, step) => Math.floor((step * all) / count) + (step % 8));
  };
  return [
    ...bits(signature, 16).map(
      (bit) => [`bit ${bit} of its signature`, `${header}.${payload}.${flip(signature, bit)}`] as const,
    ),
    ...bits(payload, 8).map(
      (bit) => [`bit ${bit} of its payload`, `${header}.${flip(payload, bit)}.${signature}`] as const,
    ),
  ];
}
