import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** All that a synthesis reads: the CDK app, what it bundles, the console that it builds, and the exact versions of their dependencies. */
const inputs = ['infra', 'functions', 'shared', 'console', 'clients', 'package-lock.json', 'cdk.json', 'tsconfig.json'];
/** What stands among the sources and is none. */
const made = new Set(['node_modules', 'dist', 'test']);

/** A digest of the sources, and of `more`, that changes whenever the cloud assembly made from them could. */
export function digestSources(projectDirectory: string, more: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesOf(join(projectDirectory, input)))) {
    const path = relative(projectDirectory, file);
    // Both lengths, so that no two sets of files run into the same bytes.
    const content = readFileSync(file);
    hash.update(`${path.length}:${path}:${content.length}:`).update(content);
  }
  return hash.update(JSON.stringify(more)).digest('hex').slice(0, 20);
}

function filesOf(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => !made.has(name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
}
