import { startLocal } from '../../e2e/start-local.ts';
import { measureOverHttp } from './over-http.ts';
import type { OverHttp } from './over-http.ts';
import type { Bench } from './section.ts';
import { measureWholePath } from './whole-path.ts';
import type { WholePath } from './whole-path.ts';

export interface Started {
  readonly wholePath: WholePath;
  readonly overHttp: OverHttp;
}

/** What is measured through the HTTP front end, as `npm start -- --empty` opens them. */
export async function measureStarted(bench: Bench): Promise<Started> {
  bench.say('starting the product');
  const local = await startLocal();
  try {
    return { wholePath: await measureWholePath(bench, local), overHttp: await measureOverHttp(bench, local) };
  } finally {
    await local.stop();
  }
}
