import { existsSync } from 'node:fs';
import { packagedChromium } from './packaged-chromium.ts';
import type { ChromiumBuild } from './packaged-chromium.ts';

/** Names another browser: the path of a Chromium or Chrome. */
export const chromiumVariable = 'SSC_CHROMIUM';

const debian = '/usr/bin/chromium';

export type FoundChromium =
  | ({ readonly found: true } & ChromiumBuild)
  /** Why there is none, and what to do, in a sentence. */
  | { readonly found: false; readonly because: string };

/**
 * The browser of the tests: the one that the environment names, Debian's, or the one that `npm ci` brought.
 *
 * @throws Error when the environment names one that is not there: a typing error must not skip tests.
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): FoundChromium {
  const named = environment[chromiumVariable];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`${chromiumVariable}: there is no ${named}.`);
    return { found: true, executablePath: named, environment: {} };
  }
  if (existsSync(debian)) return { found: true, executablePath: debian, environment: {} };
  const packaged = packagedChromium();
  if (packaged) return { found: true, ...packaged };
  return {
    found: false,
    because: `There is no browser for the tests: npm brings one for x64 Linux only; elsewhere, name a Chromium in ${chromiumVariable}.`,
  };
}
