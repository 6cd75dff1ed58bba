import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileSystem } from 'aws-cdk-lib';

const projectDirectory = fileURLToPath(new URL('..', import.meta.url));
/** All that a build reads: the console, what it imports of ours, and the exact versions of its dependencies. */
const inputs = ['console', 'clients', 'shared', 'package-lock.json'];

/** Others may be synthesizing from theirs, so the last few stay. */
const keptBuilds = 4;

/**
 * Builds the console with Vite, unless nothing changed since a build before, and answers the folder with its files. The
 * folder is named by what it was made of: two builds at once do not disturb each other.
 *
 * @throws Error with Vite's own words when it fails.
 */
export function buildConsole(project = projectDirectory): string {
  const builds = join(project, '.ssc', 'console');
  const directory = join(builds, digestOf(project));
  if (existsSync(join(directory, 'index.html'))) return directory;
  const unfinished = `${directory}.${process.pid}`;
  mkdirSync(builds, { recursive: true });
  try {
    runVite(join(project, 'console'), unfinished);
    moveIntoPlace(unfinished, directory);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  forgetOldBuilds(builds);
  return directory;
}

function digestOf(project: string): string {
  const prints = inputs
    .map((input) => join(project, input))
    .filter((path) => existsSync(path))
    .map((path) => FileSystem.fingerprint(path, { exclude: ['node_modules', 'dist', 'test'] }));
  return prints.map((print) => print.slice(0, 12)).join('-');
}

function runVite(consoleDirectory: string, outDirectory: string): void {
  const vite = dirname(createRequire(join(consoleDirectory, 'package.json')).resolve('vite/package.json'));
  // Each build has a folder of its own: the lock that Vite takes would refuse the second of two at once.
  const flags = ['--outDir', outDirectory, '--emptyOutDir', '--logLevel', 'warn', '--bypass-lock'];
  const build = spawnSync(process.execPath, [join(vite, 'bin', 'vite.js'), 'build', ...flags], {
    cwd: consoleDirectory,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (build.status !== 0)
    throw new Error(
      `The console could not be built (status ${build.status}):\n${build.stdout}\n${build.stderr}`.trim(),
    );
}

/** Another build may have made the same one in the meantime; either will do. */
function moveIntoPlace(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(join(to, 'index.html'))) throw error;
  }
}

function forgetOldBuilds(builds: string): void {
  const madeAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const known = readdirSync(builds)
    .filter((name) => !name.includes('.'))
    .map((name) => join(builds, name))
    .map((path) => ({ path, madeAt: madeAt(path) }))
    .toSorted((a, b) => b.madeAt - a.madeAt);
  for (const { path } of known.slice(keptBuilds)) rmSync(path, { recursive: true, force: true });
}
