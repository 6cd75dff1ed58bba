import { isMainThread } from 'node:worker_threads';
import { programOf, record } from './record.ts';

/**
 * Loaded first into every Node.js process of a test run (`NODE_OPTIONS`). A thread's output comes out of its process. Not
 * the product's log are the reporter's words, which vitest's own process writes, and what a command answers who typed it.
 */
const folder = process.env['SSC_LOG_SCAN'];
if (folder && isMainThread)
  record(folder, { logs: !/[\\/]vitest(\.mjs)?$|(^|[\\/])ops[\\/]ops\.ts$/.test(programOf(process.argv)) });
