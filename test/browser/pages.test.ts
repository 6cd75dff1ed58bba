import { expect, it } from 'vitest';
import { visitAs } from './pages/sign-in.ts';
import { allPages } from './world/all-pages.ts';
import { desktop, phone } from './world/console-world.ts';
import { axeFindings, sidewaysScroll } from './world/page-checks.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

/** The narrowest and the widest window that the console is made for. */
const widths = [360, 2560];

describeInBrowser('each page', () => {
  const world = useConsole({ demo: true });

  it.each(allPages)('fits, and has no finding of axe: $name', async ({ path, person = 'Olivia Okafor', shows }) => {
    const { page } = await visitAs(world(), person, path);
    await shows(page);
    const found: Record<string, readonly string[]> = {};
    for (const [device, viewport] of Object.entries({ desktop, phone })) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        found[`${colorScheme}, on a ${device}`] = await axeFindings(page);
      }
    }
    for (const direction of ['ltr', 'rtl']) {
      await page.evaluate(`document.documentElement.dir = '${direction}'`);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        found[`${direction}, ${width} pixels wide`] = await sidewaysScroll(page);
      }
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, findings]) => findings.length > 0))).toEqual({});
  });
});
