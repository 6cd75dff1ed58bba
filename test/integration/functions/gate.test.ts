import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleFunctions } from '../../../infra/bundle.ts';
import { loadFunctions } from '../../../infra/load-functions.ts';

it('the bundle of the gate holds the gate alone: 60 KB at most, no SDK, no schemas, names that a stack trace shows', async () => {
  const bundles = bundleFunctions(await loadFunctions());
  try {
    const bundle = readFileSync(join(bundles.directoryOf('gate'), 'index.mjs'), 'utf8');
    expect(Buffer.byteLength(bundle)).toBeLessThan(60 * 1024);
    expect(bundle).not.toMatch(/smithy|aws-sdk|ZodError|safeParse/i);
    expect(bundle).toMatch(/function decideChecks\(/);
  } finally {
    bundles.remove();
  }
});
