import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { projectDirectory } from '../../tooling/run-step.ts';
import { visitAs } from '../pages/sign-in.ts';
import { goInside } from '../pages/shell.ts';
import { allPages } from '../world/all-pages.ts';
import type { ShownPage } from '../world/all-pages.ts';
import { desktop, phone } from '../world/console-world.ts';
import type { ConsoleWorld } from '../world/console-world.ts';
import { compressPicture } from './compress-picture.ts';
import { openConsoleAt } from './start-at.ts';

/**
 * `npm run screenshots`: pictures of every page in light and dark, on a desktop and on a phone, and of some in Arabic, into
 * `docs/pictures/console/`. Names given to it make only those: `npm run screenshots -- overview alerts`.
 */

const folder = join(projectDirectory, 'docs', 'pictures', 'console');
const seededAt = Date.parse('2027-01-14T17:05:00Z');
/** What all pictures take for now. */
const lookedAt = seededAt + 4 * 60_000;

interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly pages: readonly ShownPage[];
}

const inArabic = ['overview', 'alerts', 'block-list'];
const looks: readonly Look[] = [
  { name: 'desktop-light', options: { viewport: desktop, colorScheme: 'light' }, pages: allPages },
  { name: 'desktop-dark', options: { viewport: desktop, colorScheme: 'dark' }, pages: allPages },
  { name: 'phone-light', options: { viewport: phone, colorScheme: 'light', hasTouch: true }, pages: allPages },
  { name: 'phone-dark', options: { viewport: phone, colorScheme: 'dark', hasTouch: true }, pages: allPages },
  { name: 'arabic', options: { viewport: desktop, colorScheme: 'light', locale: 'ar' }, pages: allPages },
];

const only = process.argv.slice(2);
const isWanted = ({ name }: ShownPage, look: Look): boolean =>
  (only.length === 0 || only.includes(name)) && (look.name !== 'arabic' || inArabic.includes(name));

const world = await openConsoleAt(seededAt);
try {
  if (only.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const look of looks) await take(world, look);
} finally {
  await world.close();
}

async function take(from: ConsoleWorld, look: Look): Promise<void> {
  const wanted = look.pages.filter((page) => isWanted(page, look));
  for (const [person, pages] of Map.groupBy(wanted, ({ person = 'Olivia Okafor' }) => person)) {
    const visit = await visitAs(from, person, '/', look.options, lookedAt);
    for (const { name, path, shows } of pages) {
      await goInside(visit.page, '/shops');
      await goInside(visit.page, path);
      await shows(visit.page);
      await visit.page.waitForLoadState('networkidle');
      const picture = compressPicture(await visit.page.screenshot({ animations: 'disabled', caret: 'hide' }));
      writeFileSync(join(folder, `${name}-${look.name}.png`), picture);
      process.stdout.write(`${name}-${look.name}.png ${Math.round(picture.length / 1024)} KB\n`);
    }
    await visit.close();
  }
}
