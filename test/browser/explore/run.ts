import { demoShop } from '../../../local/demo/demo-shop.ts';
import { createDice } from '../../e2e/storm/dice.ts';
import type { Dice } from '../../e2e/storm/dice.ts';
import { signIn } from '../pages/sign-in.ts';
import { openConsoleWorld } from '../world/console-world.ts';
import type { ConsoleWorld, Visit } from '../world/console-world.ts';
import { contradictions, deadEnd } from './checks.ts';
import { parseExplore } from './options.ts';
import { takeStep } from './steps.ts';

/**
 * `npm run explore -- --minutes N [--seed S]`: presses, types and goes where nobody would, in the demo shop, and ends with 1 at
 * the first uncaught error, violation of the page's policy, dead end, or page that the API contradicts. The seed makes the
 * same choices again.
 */

const { minutes, seed } = parseExplore(process.argv.slice(2), () => Math.floor(Math.random() * 2 ** 32));
const stepsBetweenChecks = 40;
/** What going offline, and leaving a page in the middle of a request, make a browser note. */
const ofTheNetwork = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_ABORTED|WebSocket connection/;

const dice = createDice(seed);
const world = await openConsoleWorld({ demo: true });
const steps: string[] = [];
try {
  process.stdout.write(`seed ${seed}\n`);
  const fault = await explore(world, dice, Date.now() + minutes * 60_000);
  if (fault === undefined) process.stdout.write(`${steps.length} steps, nothing found\n`);
  else {
    process.exitCode = 1;
    process.stderr.write(`${fault}\n\nThe last steps:\n${steps.slice(-30).join('\n')}\n`);
    process.stderr.write(`\nAgain: npm run explore -- --minutes ${minutes} --seed ${seed}\n`);
  }
} finally {
  await world.close();
}

/** What was found first, if anything was. */
async function explore(from: ConsoleWorld, chance: Dice, until: number): Promise<string | undefined> {
  const visit = await from.visit();
  visit.faults.expect(ofTheNetwork);
  await signIn(visit, 'Olivia Okafor', `/shops/${demoShop}/overview`);
  while (Date.now() < until) {
    steps.push(`${new URL(visit.page.url()).pathname}: ${await takeStep(visit.page, chance)}`);
    const fault = await lookAround(from, visit);
    if (fault !== undefined) return `${fault}\nat ${visit.page.url()}`;
  }
  return undefined;
}

async function lookAround(from: ConsoleWorld, visit: Visit): Promise<string | undefined> {
  const { page, faults } = visit;
  if (faults.list().length > 0) return faults.list().join('\n');
  const end = await deadEnd(page);
  if (end !== undefined) return end;
  await comeBack(from, visit);
  if (steps.length % stepsBetweenChecks !== 0) return undefined;
  const wrong = await contradictions(page, from.product);
  return wrong.length === 0 ? undefined : wrong.join('\n');
}

/** Who has signed out, or left for the issuer, signs in again. */
async function comeBack({ product }: ConsoleWorld, visit: Visit): Promise<void> {
  const { page } = visit;
  // Of a page that was asked for while offline.
  if (page.url().startsWith('chrome-error:')) await page.goto(product.httpUrl);
  const isHere = page.url().startsWith(`${product.httpUrl}/shops/`);
  if (isHere && (await page.getByRole('banner').count()) > 0) return;
  await page.waitForLoadState('networkidle');
  const person = page.getByRole('button', { name: 'Olivia Okafor' });
  const start = page.getByRole('button', { name: 'Sign in', exact: true });
  const isBack = page.getByRole('banner');
  await isBack.or(person).or(start).first().waitFor();
  if ((await start.count()) > 0) await start.click();
  await isBack.or(person).first().waitFor();
  if ((await person.count()) > 0 && (await isBack.count()) === 0) await person.click();
  await isBack.waitFor();
}
