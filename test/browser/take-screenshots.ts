import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { goInside } from './pages/shell.ts';
import { visitAs } from './pages/sign-in.ts';
import { allPages } from './world/all-pages.ts';
import type { ShownPage } from './world/all-pages.ts';
import { desktop, openConsoleWorld, phone } from './world/console-world.ts';
import type { ConsoleWorld } from './world/console-world.ts';

/**
 * `npm run screenshots`: every page of the console as the demo shop shows it, light and dark, on a desktop and a phone, and
 * the overview in each direction of writing, into `docs/pictures/console/`. What stood there before is removed.
 */
const folder = fileURLToPath(new URL('../../docs/pictures/console/', import.meta.url));
const looks = [
  { name: 'desktop-light', viewport: desktop, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: desktop, colorScheme: 'dark' },
  { name: 'phone-light', viewport: phone, colorScheme: 'light' },
  { name: 'phone-dark', viewport: phone, colorScheme: 'dark' },
] as const;
const owner = 'Olivia Okafor';

await mkdir(folder, { recursive: true });
for (const file of await readdir(folder)) if (file.endsWith('.png')) await rm(join(folder, file));
const world = await openConsoleWorld({ demo: true });
try {
  for (const [person, pages] of Map.groupBy(allPages, ({ person: one = owner }) => one)) {
    const [first] = pages;
    const { page } = await visitAs(world, person, first?.path);
    for (const shown of pages) await takeLooks(page, shown);
  }
  await takeArabic(world);
} finally {
  await world.close();
}

async function takeLooks(page: Page, { name, path, shows }: ShownPage): Promise<void> {
  await page.setViewportSize(desktop);
  await goInside(page, path);
  await shows(page);
  for (const look of looks) {
    await page.setViewportSize(look.viewport);
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await settled(page);
    await page.screenshot({ path: join(folder, `${name}-${look.name}.png`) });
  }
  process.stdout.write(`${name}\n`);
}

/** In Arabic everything is mirrored: where the page is read from, and what leads on. */
async function takeArabic(opened: ConsoleWorld): Promise<void> {
  const [overview] = allPages;
  const visit = await opened.visit({ locale: 'ar' });
  await visit.open(overview?.path ?? '/');
  await visit.page.getByRole('main').getByRole('button').first().click();
  await visit.page.getByRole('button', { name: owner }).click();
  await visit.page.getByText('refund.rita').first().waitFor();
  for (const look of looks) {
    await visit.page.setViewportSize(look.viewport);
    await visit.page.emulateMedia({ colorScheme: look.colorScheme });
    await settled(visit.page);
    await visit.page.screenshot({ path: join(folder, `overview-arabic-${look.name}.png`) });
  }
  await visit.close();
  process.stdout.write('overview-arabic\n');
}

/** Pictures of buyers have come, and nothing waits to be drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate('scrollTo(0, 0)');
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}
