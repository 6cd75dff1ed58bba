import { expect, it, vi } from 'vitest';
import { patient } from '../builders/patience.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

const wrongs: readonly (readonly [string, string, RegExp])[] = [
  ['an error that nobody catches', 'setTimeout(() => { throw new Error("unexpected") })', /uncaught: .*unexpected/],
  ['a promise that nobody catches', 'void Promise.reject(new Error("unexpected"))', /uncaught: .*unexpected/],
  ['a message of an error', 'console.error("it went wrong")', /console error: it went wrong/],
  [
    'a style in the page',
    'document.head.append(Object.assign(document.createElement("style"), { textContent: "b {}" }))',
    /style-src/,
  ],
  ['markup from a text', 'try { document.body.innerHTML = "<b>" } catch {}', /TrustedHTML/],
  ['code from a text', 'try { setTimeout("1 + 1") } catch {}', /TrustedScript/],
  ['a request to somebody else', 'void fetch("https://elsewhere.example/").catch(() => {})', /connect-src/],
  [
    'a picture from somebody else',
    'new Image().src = "https://elsewhere.example/a.png"',
    /a request to somebody else: GET https:\/\/elsewhere/,
  ],
];

describeInBrowser('what no page may do', () => {
  const world = useConsole();

  it.each(wrongs)('is noticed: %s', async (_, script, fault) => {
    const visit = await world().visit();
    await visit.open('/');
    await visit.page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(visit.faults.list()).toEqual([]);
    await visit.page.evaluate(script);
    await vi.waitFor(() => expect(visit.faults.list().join('\n')).toMatch(fault), patient);
    // Closed by the test itself: nobody counts what it did on purpose.
    await visit.close();
  });
});
