import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestSources } from './source-digest.ts';

const projectDirectory = fileURLToPath(new URL('../../..', import.meta.url));
/** Assemblies are kept by the digest of what they were made from, so that a warm start has nothing to synthesize. */
const cacheDirectory = join(projectDirectory, '.ssc', 'assembly');
/** Others may be running from theirs, so the last few stay. */
const keptAssemblies = 8;

export interface Synthesis {
  /** The cloud assembly. */
  readonly directory: string;
  readonly fromCache: boolean;
}

/**
 * Synthesizes the CDK app's stage `local` in a process of its own, unless nothing changed since the last time.
 *
 * @throws Error with the app's own words when it fails.
 */
export async function synthesize(settings: { readonly issuer: string; readonly audience: string }): Promise<Synthesis> {
  const directory = join(
    cacheDirectory,
    digestSources(projectDirectory, [settings.issuer, settings.audience, process.version]),
  );
  if (existsSync(join(directory, 'manifest.json'))) {
    const now = new Date();
    utimesSync(directory, now, now);
    return { directory, fromCache: true };
  }
  const unfinished = `${directory}.${process.pid}`;
  mkdirSync(cacheDirectory, { recursive: true });
  try {
    await runApp(unfinished, settings);
    moveIntoPlace(unfinished, directory);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  forgetOldAssemblies();
  return { directory, fromCache: false };
}

async function runApp(outDirectory: string, { issuer, audience }: { issuer: string; audience: string }): Promise<void> {
  const app = spawn(process.execPath, ['infra/app.ts'], {
    cwd: projectDirectory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CDK_OUTDIR: outDirectory,
      CDK_VALIDATION: 'false',
      SSC_STAGE: 'local',
      SSC_ISSUER: issuer,
      SSC_AUDIENCE: audience,
    },
  });
  let output = '';
  for (const stream of [app.stdout, app.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000);
    });
  }
  const [status] = (await once(app, 'close')) as [number | null];
  if (status !== 0) throw new Error(`The CDK app could not be synthesized (status ${status}):\n${output.trim()}`);
}

/** Another start may have made the same one in the meantime; either will do. */
function moveIntoPlace(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(join(to, 'manifest.json'))) throw error;
  }
}

function forgetOldAssemblies(): void {
  const kept = readdirSync(cacheDirectory)
    .filter((name) => /^[0-9a-f]{20}$/.test(name))
    .map((name) => ({ directory: join(cacheDirectory, name), usedAt: statSync(join(cacheDirectory, name)).mtimeMs }))
    .toSorted((a, b) => b.usedAt - a.usedAt);
  for (const { directory } of kept.slice(keptAssemblies)) rmSync(directory, { recursive: true, force: true });
}
