import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import type { ChromiumBuild } from './packaged-chromium.ts';

/** Nothing of the browser's own goes over the network, and names lead nowhere: pages of this machine are all there is. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A real browser, with a new, empty profile, which goes with it. */
export function launchChromium(
  { executablePath, environment }: ChromiumBuild,
  moreFlags: readonly string[] = [],
): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [...chromiumFlags, ...moreFlags],
    env: { ...(process.env as Record<string, string>), ...environment },
    timeout: 180_000,
  });
}
