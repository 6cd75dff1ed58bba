import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds on a page as it stands: each finding in a line, with where it is. */
export async function axeFindings(page: Page, rules: 'all' | string[]): Promise<readonly string[]> {
  // The newer mode puts the parts of frames together in a page of its own. There are no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (rules === 'all' ? axe : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** What makes a page wider than its window: the width of both, and elements that reach beyond it. */
export function sidewaysScroll(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const isBeyond = (element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    };
    const beyond = [...document.querySelectorAll('body *')].filter(isBeyond).map((one) => one.outerHTML.slice(0, 120));
    return ['the page is ' + scrollWidth + ' pixels wide, in a window of ' + clientWidth, ...beyond.slice(0, 5)];
  })()`);
}
