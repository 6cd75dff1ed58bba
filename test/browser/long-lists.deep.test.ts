import type { Locator, Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { demoShop } from '../../local/demo/demo-shop.ts';
import { orderStatusChanged, profileChanged } from '../../local/demo/marketplace.ts';
import type { MarketplaceEvent } from '../../local/demo/marketplace.ts';
import { orderRiskFlagged } from '../../local/demo/risk-events.ts';
import { grantAccess, publish } from '../e2e/grant-access.ts';
import { newBlock, openShop } from '../e2e/seller-client.ts';
import { watchBacklog } from '../e2e/storm/backlog.ts';
import type { Backlog } from '../e2e/storm/backlog.ts';
import { shell } from './pages/shell.ts';
import { visitAs } from './pages/sign-in.ts';
import { inShop } from './world/all-pages.ts';
import { untilTold } from './world/console-world.ts';
import type { ConsoleWorld } from './world/console-world.ts';
import { openShops, waitingOrder } from './world/prepare-shop.ts';
import { taskTimes } from './world/task-times.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

const alerts = 5000;
const blocks = 1000;
const buyerId = (index: number): string => `75${String(index).padStart(17, '0')}`;
const indices = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Of a task that keeps the page from answering. */
const longestTaskMilliseconds = 100;

describeInBrowser('long lists', () => {
  const world = useConsole({}, fill);

  it(`stay smooth in an inbox of ${alerts} alerts, while scrolling and filtering`, async () => {
    const { page } = await visitAs(world(), 'Olivia Okafor', inShop('alerts'));
    await shell(page).openAlerts(alerts).waitFor(untilTold);
    await page.getByRole('row').nth(5).waitFor();
    const times = await taskTimes(world().browser, async () => {
      await scrollToEnd(page, page.getByText(`These are all ${alerts.toLocaleString('en-US')}.`));
      await scrollThrough(page);
      await page.getByRole('button', { name: /Severity$/ }).click();
      await page.getByRole('option', { name: 'High' }).click();
      await page.getByRole('row').filter({ hasText: 'High' }).nth(5).waitFor();
      await scrollThrough(page);
    });
    expectSmooth(times);
  });

  it(`stay smooth in a Block List of ${blocks}, while scrolling and searching`, async () => {
    const { page } = await visitAs(world(), 'Olivia Okafor', inShop('block-list'));
    await page.getByText(`${blocks.toLocaleString('en-US')} blocks`).waitFor(untilTold);
    const times = await taskTimes(world().browser, async () => {
      await scrollThrough(page);
      await page.getByRole('main').getByRole('searchbox').pressSequentially('buyer.99');
      await page.getByText(`11 of ${blocks.toLocaleString('en-US')} blocks`).waitFor();
      await scrollThrough(page);
    });
    expectSmooth(times);
  });
});

function expectSmooth(times: readonly number[]): void {
  expect(times.length).toBeGreaterThan(0);
  expect(times.filter((time) => time > longestTaskMilliseconds)).toEqual([]);
}

async function fill(world: ConsoleWorld): Promise<void> {
  const { product } = world;
  await openShops(world);
  await grantAccess(product, demoShop, { quotas: { blocks, newBlocksPerDay: blocks } });
  const shop = openShop(product, demoShop);
  const now = Date.now();
  const respondBy = (index: number): string => new Date(now + (24 + index / 100) * 3_600_000).toISOString();
  const orders = indices(alerts).map((index) =>
    waitingOrder(buyerId(index % blocks), { orderId: `order-${index}`, amount: { value: '20.00', currency: 'USD' } }),
  );
  const profiles = indices(blocks).map((index) =>
    profileChanged({ buyerId: buyerId(index), username: `buyer.${index}`, revision: 1 }),
  );
  const flags = orders.map((order, index) =>
    orderRiskFlagged(order, {
      reasons: ['high_cancellation_rate'],
      riskScore: 40 + (index % 60),
      respondBy: respondBy(index),
      flaggedAt: new Date(now).toISOString(),
    }),
  );
  const backlog = watchBacklog(product, 180_000);
  try {
    for (const events of [profiles, orders.map(orderStatusChanged), flags]) await publishSlowly(world, events, backlog);
    await backlog.shrinksTo(0);
  } finally {
    backlog.close();
  }
  for (const index of indices(blocks)) {
    const key = { 'idempotency-key': `long-list-${index}` };
    await vi.waitFor(async () => {
      const block = newBlock(buyerId(index), { username: `buyer.${index}` });
      const { status, body } = await shop.seller('POST', 'blocks', block, key);
      if (status !== 201) throw new Error(`blocking ${index}: ${JSON.stringify(body)}`);
    }, patientWithProduct);
  }
}

/** Consumers of one machine fall behind if thousands come at once. */
async function publishSlowly(
  { product }: ConsoleWorld,
  events: readonly MarketplaceEvent[],
  backlog: Backlog,
): Promise<void> {
  for (let start = 0; start < events.length; start += 100) {
    await publish(product, events.slice(start, start + 100));
    await backlog.shrinksTo(200);
  }
}

async function scrollThrough(page: Page): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, 800);
  for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, -800);
}

/** Down until this is seen: what a list says behind its last row. */
async function scrollToEnd(page: Page, end: Locator): Promise<void> {
  while (!(await end.isVisible())) for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, 1500);
}
