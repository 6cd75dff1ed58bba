import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { bundleFunctions } from '../../../infra/bundle.ts';
import { gate } from '../../../infra/functions/gate.ts';

it('the bundle of the gate holds the gate alone: 60 KB at most, no SDK, no schemas, names that a stack trace shows', () => {
  // The other functions take their time, and are not looked at.
  const entries = mkdtempSync(join(tmpdir(), 'ssc-gate-'));
  const source = fileURLToPath(new URL('../../../functions/gate.ts', import.meta.url));
  writeFileSync(join(entries, 'gate.ts'), `export * from ${JSON.stringify(source)};\n`);
  const bundles = bundleFunctions([{ ...gate, name: 'gate' }], entries);
  try {
    const bundle = readFileSync(join(bundles.directoryOf('gate'), 'index.mjs'), 'utf8');
    expect(Buffer.byteLength(bundle)).toBeLessThan(60 * 1024);
    expect(bundle).not.toMatch(/smithy|aws-sdk|ZodError|safeParse/i);
    expect(bundle).toMatch(/function decideChecks\(/);
  } finally {
    bundles.remove();
    rmSync(entries, { recursive: true, force: true });
  }
});
