import type { BrowserContext, ConsoleMessage } from 'playwright-core';

/** Answers that the page shows to its person, and asks again for by itself. What else a server says in 5xx is a fault. */
const shownToPeople = /status of (4\d\d|503)/;

export interface PageFaults {
  /** What is wrong so far, in sentences. */
  list(): readonly string[];
  /** What a test does on purpose, e.g. a network that is down; for all that follows. */
  expect(pattern: RegExp): void;
}

/**
 * Notes all that no page of the console may do, whatever it shows: an error that nobody catches, an error in the browser's
 * console (violations of the page's policy are some), and a request to somebody else.
 */
export function watchFaults(context: BrowserContext, origin: string): PageFaults {
  const faults: string[] = [];
  const expected: RegExp[] = [];
  const note = (fault: string): void => {
    if (!expected.some((pattern) => pattern.test(fault))) faults.push(fault);
  };
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('console', (message) => {
    if (isFault(message, origin)) note(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`))
      note(`a request to somebody else: ${request.method()} ${request.url()}`);
  });
  return { list: () => faults, expect: (pattern) => expected.push(pattern) };
}

function isFault(message: ConsoleMessage, origin: string): boolean {
  const { url } = message.location();
  const isAnswer = url.startsWith(`${origin}/v1/`) && shownToPeople.test(message.text());
  return ['error', 'warning', 'assert'].includes(message.type()) && !isAnswer;
}
