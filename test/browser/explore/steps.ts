import type { Locator, Page } from 'playwright-core';
import type { Dice } from '../../e2e/storm/dice.ts';

/** What a person can press, choose or type into, as far as it is there and not behind a dialog. */
const controls = [
  'a[href]:visible',
  'button:not([disabled]):visible',
  'input:not([disabled]):visible',
  'textarea:not([disabled]):visible',
  '[role=option]:visible',
  '[role=menuitem]:visible',
  '[role=menuitemradio]:visible',
  'label:has(input[type=radio]):visible',
].join(', ');

const texts = [
  'mira.sews',
  'Mira.Sews',
  'nobody',
  'резеда',
  '5764692000000314188',
  '<b>&"\'',
  '\u202Eabc',
  ' ',
  'x'.repeat(600),
];
const keys = ['Tab', 'Enter', 'Escape', 'ArrowDown', '?', 'g', 'Control+k', 'PageDown', 'j', 'x'];
const typedInto = 'textarea, input:not([type=radio]):not([type=checkbox])';
/** Of a click on what has gone meanwhile, or lies behind something. */
const shortly = { timeout: 2_000 };

/** What was done, for who reads how it came to a fault. */
export type Step = string;

/** One thing that a person might do now. */
export async function takeStep(page: Page, dice: Dice): Promise<Step> {
  const choice = dice.roll();
  if (choice < 0.7) return useControl(page, dice);
  if (choice < 0.85) return press(page, dice.pick(keys));
  if (choice < 0.9) return leave('back', page.goBack(shortly));
  if (choice < 0.93) return leave('reload', page.reload());
  if (choice < 0.96) {
    const size = dice.pick([
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]);
    await page.setViewportSize(size);
    return `a window of ${size.width} pixels`;
  }
  // Pages that were not opened yet cannot be then: so only keys are pressed.
  await page.context().setOffline(true);
  const step = await press(page, dice.pick(['Tab', 'Escape', 'ArrowDown', 'PageDown']));
  await page.context().setOffline(false);
  return `offline, ${step}`;
}

async function leave(step: Step, going: Promise<unknown>): Promise<Step> {
  await going.catch(() => undefined);
  return step;
}

async function press(page: Page, key: string): Promise<Step> {
  await page.keyboard.press(key);
  return `key ${key}`;
}

async function useControl(page: Page, dice: Dice): Promise<Step> {
  const all = page.locator(controls);
  const count = await all.count();
  if (count === 0) return 'nothing to press';
  const control = all.nth(dice.whole(count));
  const name = await nameOf(control);
  const isText = await control
    .evaluate(
      (element, selector) => (element as { matches(css: string): boolean }).matches(selector),
      typedInto,
      shortly,
    )
    .catch(() => false);
  if (isText) {
    const text = dice.pick(texts);
    await control.fill(text, shortly).catch(() => undefined);
    return `type ${JSON.stringify(text.slice(0, 20))} into ${name}`;
  }
  await control.click(shortly).catch(() => undefined);
  return `press ${name}`;
}

async function nameOf(control: Locator): Promise<string> {
  const name = await control.getAttribute('aria-label', shortly).catch(() => null);
  const text = name ?? (await control.innerText(shortly).catch(() => ''));
  return JSON.stringify(text.replace(/\s+/g, ' ').slice(0, 60));
}
