import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findChromium } from '../chromium/find-chromium.ts';
import { launchChromium } from '../chromium/launch-chromium.ts';
import { startLocal } from '../../e2e/start-local.ts';
import type { LocalRuntime, StartLocalOptions } from '../../e2e/start-local.ts';
import { patientWithProduct } from '../../builders/patience.ts';
import { watchFaults } from './page-faults.ts';
import type { PageFaults } from './page-faults.ts';

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** Who writes a test and knows that the machine is calm waits less for what never comes: seconds. */
const impatience = process.env['SSC_BROWSER_SECONDS'];

/** Only what hangs is given up: a busy machine takes a minute to draw a page. */
const stepMilliseconds = impatience === undefined ? 180_000 : Number(impatience) * 1000;

/** For what consumers of events have to do first: a message may come again after minutes. */
export const untilTold = {
  timeout: Math.max(stepMilliseconds, impatience === undefined ? patientWithProduct.timeout : 0),
};

/** One person's browser, with storage and cookies of its own. */
export interface Visit {
  readonly page: Page;
  readonly faults: PageFaults;
  /** Another tab of the same browser. */
  newTab(): Promise<Page>;
  /** Opens a path of the console. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface ConsoleWorld {
  /** As it runs now. */
  readonly product: LocalRuntime;
  /** Kills the product, as a machine that fails, and starts it again at the same address: with `--data` it keeps all. */
  restart(): Promise<void>;
  readonly browser: Browser;
  visit(options?: BrowserContextOptions): Promise<Visit>;
  /** Visits that are still open. */
  readonly visits: ReadonlySet<Visit>;
  close(): Promise<void>;
}

/** The product as `npm start` runs it, and one browser for all who visit it. */
export async function openConsoleWorld(options: StartLocalOptions = {}): Promise<ConsoleWorld> {
  const found = findChromium();
  if (!found.found) throw new Error(found.because);
  let product = await startLocal(options);
  const browser = await launchChromium(found).catch(async (error: unknown) => {
    await product.stop();
    throw error;
  });
  const visits = new Set<Visit>();
  return {
    get product() {
      return product;
    },
    browser,
    visits,
    async visit(context) {
      const visit = await openVisit(browser, product.httpUrl, context, () => visits.delete(visit));
      visits.add(visit);
      return visit;
    },
    async restart() {
      await product.kill();
      product = await startLocal({ ...options, port: product.port });
    },
    async close() {
      await browser.close();
      await product.stop();
    },
  };
}

async function openVisit(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
  onClose: () => void,
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: desktop,
    locale: 'en-US',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(stepMilliseconds);
  context.setDefaultNavigationTimeout(stepMilliseconds);
  const faults = watchFaults(context, origin);
  const page = await context.newPage();
  return {
    page,
    faults,
    newTab: () => context.newPage(),
    open: async (path) => void (await page.goto(path)),
    async close() {
      onClose();
      await context.close();
    },
  };
}
