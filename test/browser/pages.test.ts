import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { languages } from '../../console/src/words/languages.ts';
import { signIn, visitAs } from './pages/sign-in.ts';
import { goInside } from './pages/shell.ts';
import { allPages, inShop } from './world/all-pages.ts';
import { desktop, phone } from './world/console-world.ts';
import { axeFindings, sidewaysScroll } from './world/page-checks.ts';
import { untilRead, wordsOf } from './world/page-words.ts';
import type { TitledGroup } from './world/page-words.ts';
import { weighScripts } from './world/script-weight.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

/** The narrowest and the widest window that the console is made for. */
const widths = [360, 2560];
/** Visited in one go: a page after the other, as by links. */
const rounds = [...Map.groupBy(allPages, ({ person = 'Olivia Okafor' }) => person)];

const translated = {
  overview: 'overview',
  alerts: 'alerts',
  'block-list': 'blockList',
  'block-list/new': 'blocking',
  'exempt-list': 'exemptions',
  waivers: 'waivers',
  activity: 'activity',
  help: 'help',
  settings: 'settings',
} as const satisfies Record<string, TitledGroup>;

describeInBrowser('each page', () => {
  const world = useConsole({ demo: true });

  it.each(rounds)('that %s sees fits, and has no finding of axe', async (person, pages) => {
    const { page } = await visitAs(world(), person, pages[0]?.path);
    const found: Record<string, Findings> = {};
    for (const { name, path, shows } of pages) {
      await page.setViewportSize(desktop);
      // From another page: one that stands there already would keep what was opened on it.
      await goInside(page, '/shops');
      await goInside(page, path);
      await shows(page);
      found[name] = { ...(await lookAtLooks(page)), ...(await lookAtWidths(page)) };
    }
    expect(found).toEqual(Object.fromEntries(pages.map(({ name }) => [name, {}])));
  });

  it.each(languages.filter(({ code }) => code !== 'en'))('reads, and fits, in $name', async ({ code, direction }) => {
    const { page } = await visitAs(world(), 'Olivia Okafor', inShop('overview'), { locale: code });
    const words = wordsOf(code);
    const found: Record<string, Findings> = {};
    for (const [path, group] of Object.entries(translated)) {
      await page.setViewportSize(desktop);
      await goInside(page, inShop(path));
      await untilRead(page, words, group);
      expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual([
        code,
        direction,
      ]);
      const onDesktop = await axeFindings(page, 'all');
      await page.setViewportSize({ ...phone, width: 360 });
      found[path] = onlyFound({ axe: onDesktop, wide: await sidewaysScroll(page) });
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(translated).map((path) => [path, {}])));
  });

  it('of the first kind takes at most 250 KB of JavaScript, gzipped', async () => {
    const visit = await world().visit();
    const weight = weighScripts(visit.page);
    await signIn(visit, 'Olivia Okafor', inShop('overview'));
    await visit.page.getByText('refund.rita').first().waitFor();
    const bytes = await weight();
    expect(bytes).toBeGreaterThan(50 * 1024);
    expect(bytes).toBeLessThanOrEqual(250 * 1024);
  });
});

/** By the look of the page, as far as there is anything to find. */
type Findings = Readonly<Record<string, readonly string[]>>;

async function lookAtLooks(page: Page): Promise<Findings> {
  const found: Record<string, readonly string[]> = {};
  for (const [device, viewport] of Object.entries({ desktop, phone })) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // All that a scheme of colours changes is contrasts.
      found[`${colorScheme}, on a ${device}`] = await axeFindings(
        page,
        colorScheme === 'dark' ? ['color-contrast'] : 'all',
      );
    }
  }
  return onlyFound(found);
}

async function lookAtWidths(page: Page): Promise<Findings> {
  const found: Record<string, readonly string[]> = {};
  for (const direction of ['rtl', 'ltr']) {
    await page.evaluate(`document.documentElement.dir = '${direction}'`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      found[`${direction}, ${width} pixels wide`] = await sidewaysScroll(page);
    }
  }
  return onlyFound(found);
}

const onlyFound = (found: Findings): Findings =>
  Object.fromEntries(Object.entries(found).filter(([, findings]) => findings.length > 0));
