import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** Begins to count the JavaScript that a page loads; what it returns answers the sum so far, gzipped, in bytes. */
export function weighScripts(page: Page): () => Promise<number> {
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  });
  return async () => {
    const bodies = await Promise.all(scripts.values());
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  };
}
