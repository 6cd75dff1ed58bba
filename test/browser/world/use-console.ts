import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import type { StartLocalOptions } from '../../e2e/start-local.ts';
import { findChromium } from '../chromium/find-chromium.ts';
import { openConsoleWorld } from './console-world.ts';
import type { ConsoleWorld, Visit } from './console-world.ts';

const chromium = findChromium();
if (!chromium.found) console.warn(chromium.because);

/** `describe` of what needs a browser: skipped, with a sentence, where none can be had. */
export const describeInBrowser = describeIf(chromium.found);

function describeIf(condition: boolean): (name: string, tests: () => void) => void {
  return condition ? describe : describe.skip;
}

/**
 * One product and one browser for the tests of a `describe`. After each test its visits are closed, and none may have had a
 * fault, whatever the test was about; where it failed, what its pages showed is printed.
 *
 * @param prepare what the product holds before anybody visits it.
 */
export function useConsole(
  options: StartLocalOptions = {},
  prepare: (world: ConsoleWorld) => Promise<void> = async () => {},
): () => ConsoleWorld {
  let world: ConsoleWorld | undefined;
  beforeAll(async () => {
    world = await openConsoleWorld(options);
    await prepare(world);
  });
  afterEach(async ({ task }) => {
    const visits = [...(world?.visits ?? [])];
    if (task.result?.state === 'fail') for (const visit of visits) console.error(await shownIn(visit));
    for (const visit of visits) await visit.close();
    expect(visits.flatMap(({ faults }) => faults.list())).toEqual([]);
  });
  afterAll(async () => {
    await world?.close();
  });
  return () => {
    if (!world) throw new Error('The product has not started.');
    return world;
  };
}

/** What a page shows, as assistive technology reads it. */
async function shownIn({ page }: Visit): Promise<string> {
  const shown = await page.locator('body').ariaSnapshot({ timeout: 10_000 }).catch(String);
  return `${page.url()}\n${shown}`;
}
