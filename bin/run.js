import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { refuseNode } from './node-version.js';

/**
 * `node bin/run.js <file> …`: runs a TypeScript file, named from the project's folder, as if Node.js had been given it.
 * An older Node.js cannot load one: it says so in one sentence here. So this file and what it imports at the top are
 * JavaScript that Node.js 18 can read.
 */
const refusal = refuseNode(process.versions.node);
if (refusal === undefined) {
  const [node = '', , file = '', ...rest] = process.argv;
  const entry = new URL(`../${file}`, import.meta.url);
  process.argv = [node, fileURLToPath(entry), ...rest];
  await import(entry.href);
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 1;
}
