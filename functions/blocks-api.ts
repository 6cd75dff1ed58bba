import { blockListRoutes } from '../shared/block-list/routes.ts';
import { createBlockListStore } from '../shared/block-list/store.ts';
import { createLookupMeter } from '../shared/buyers/lookup-meter.ts';
import { required } from '../shared/config.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = openTable(required('TABLE_NAME'));
const lookupMeter = createLookupMeter(required('STAGE'), (line) => process.stdout.write(`${line}\n`));

/** The Block List of one shop, for its sellers. */
export const handler = httpStack(
  blockListRoutes({ table, clock: systemClock, store: createBlockListStore(table), newId: newUlid, lookupMeter }),
);
