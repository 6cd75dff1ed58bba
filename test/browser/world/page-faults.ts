import type { BrowserContext, ConsoleMessage, Request } from 'playwright-core';

/** Pictures of buyers come from the marketplace's servers, wherever these are: the only thing that a page may ask of others. */
export const avatars = 'https://avatars.marketplace.example/';

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
    if (!isOurs(request, origin)) note(`a request to somebody else: ${request.method()} ${request.url()}`);
  });
  return { list: () => faults, expect: (pattern) => expected.push(pattern) };
}

function isFault(message: ConsoleMessage, origin: string): boolean {
  const { url } = message.location();
  const isAnswer = url.startsWith(`${origin}/v1/`) && shownToPeople.test(message.text());
  const isPicture = url.startsWith(avatars) && message.text().startsWith('Failed to load resource');
  return ['error', 'warning', 'assert'].includes(message.type()) && !isAnswer && !isPicture;
}

function isOurs(request: Request, origin: string): boolean {
  const url = request.url();
  if (url.startsWith(`${origin}/`)) return true;
  return request.resourceType() === 'image' && url.startsWith(avatars);
}
