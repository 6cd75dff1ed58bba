import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const packageName = '@sparticuz/chromium';

/** A browser that can be started as it is. */
export interface ChromiumBuild {
  readonly executablePath: string;
  /** What its process needs beside the environment of ours. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The package is made for Lambda. Told that it runs there, it unpacks the libraries of the browser, too, which a small
 * container lacks; glibc is all that they need.
 */
const asLambda = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
const unpack = `import chromium from '${packageName}'; await chromium.executablePath();`;

/**
 * The Chromium that npm brings, for x64 Linux, unpacked once a version into `.ssc/`: it takes two seconds and 220 MB.
 *
 * @throws Error with the package's own words when it cannot be unpacked.
 */
export function packagedChromium(): ChromiumBuild | undefined {
  const version = installedVersion();
  if (process.platform !== 'linux' || process.arch !== 'x64' || version === undefined) return undefined;
  const folder = join(project, '.ssc', 'chromium', version);
  if (!existsSync(folder)) unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      // Machines with fonts of their own say so there.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
}

function installedVersion(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    const manifest = join(entry.slice(0, entry.lastIndexOf(packageName)), packageName, 'package.json');
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}

/** Another process may have done it in the meantime; either will do. */
function unpackInto(folder: string): void {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    const run = spawnSync(process.execPath, ['--input-type=module', '--eval', unpack], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, ...asLambda, TMPDIR: unfinished },
    });
    if (run.status !== 0) throw new Error(`${packageName} could not be unpacked:\n${run.stderr}`);
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'chromium'))) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
