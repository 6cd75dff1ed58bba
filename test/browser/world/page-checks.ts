import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** Without `preload` it does not load the style sheets again, which none of the rules that run reads. */
const options = { resultTypes: ['violations'], iframes: false, preload: false };

/** What axe finds on a page as it stands: each finding in a line, with where it is. */
export async function axeFindings(page: Page, rules: 'all' | readonly string[]): Promise<readonly string[]> {
  // Half a megabyte: read once, as long as the page is not loaded again.
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axe.source);
  const chosen = rules === 'all' ? options : { ...options, runOnly: rules };
  const violations = await page.evaluate<readonly Violation[]>(
    `axe.run(document, ${JSON.stringify(chosen)}).then(({ violations }) => violations)`,
  );
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
