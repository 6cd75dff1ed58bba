import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocal } from '../../e2e/start-local.ts';
import { openConsoleWorld } from '../world/console-world.ts';
import type { ConsoleWorld } from '../world/console-world.ts';

/** The product with its demo shop, seeded at this time (epoch milliseconds; not before today), so that pictures show the same dates. */
export async function openConsoleAt(time: number): Promise<ConsoleWorld> {
  const data = mkdtempSync(join(tmpdir(), 'ssc-pictures-'));
  const forget = (): void => rmSync(data, { recursive: true, force: true });
  try {
    const before = await startLocal({ args: ['--data', data] });
    const advanceSeconds = (time - Date.now()) / 1000;
    await before.local('POST', 'clock', { advanceSeconds });
    await before.stop();
    const world = await openConsoleWorld({ demo: true, args: ['--data', data] });
    const close = async (): Promise<void> => {
      await world.close();
      forget();
    };
    return { ...world, product: world.product, close };
  } catch (error) {
    forget();
    throw error;
  }
}
