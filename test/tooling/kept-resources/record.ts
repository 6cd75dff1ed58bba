import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { synthesizeStage } from '../../infra/synthesized-stage.ts';
import { compareKept, keptResources } from './kept-resources.ts';
import type { KeptResources } from './kept-resources.ts';

/**
 * `npm run record-kept`: records resources that hold something and are new. One that would be lost or replaced is only
 * recorded anew with `--accept "<stack> <logical ID>"`, by somebody who knows what becomes of what it holds.
 */
const { values } = parseArgs({ options: { accept: { type: 'string', multiple: true, default: [] } } });
const file = new URL('../../../infra/kept-resources.json', import.meta.url);
const recorded = JSON.parse(readFileSync(file, 'utf8')) as KeptResources;
const now = keptResources(synthesizeStage('prod without an issuer'), 'prod');

const accepted = Object.fromEntries(Object.entries(recorded).filter(([id]) => !values.accept.includes(id)));
const stacks = [...new Set(Object.keys(recorded).map((id) => id.split(' ')[0] ?? ''))];
const { losses } = compareKept(accepted, now, stacks);
if (losses.length > 0) {
  for (const loss of losses) console.error(loss);
  console.error('Nothing was recorded. If this is meant, and what they hold is safe: --accept "<stack> <logical ID>".');
  process.exitCode = 1;
} else {
  writeFileSync(file, `${JSON.stringify(now, undefined, 2)}\n`);
  console.log(`${Object.keys(now).length} resources are recorded.`);
}
