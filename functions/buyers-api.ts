import { createLookupMeter } from '../shared/buyers/lookup-meter.ts';
import { findBuyerRoute } from '../shared/buyers/routes.ts';
import { required } from '../shared/config.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';

const table = openTable(required('TABLE_NAME'));
const lookupMeter = createLookupMeter(required('STAGE'), (line) => process.stdout.write(`${line}\n`));

/** The buyers who ordered in one shop, for its sellers. */
export const handler = httpStack([findBuyerRoute({ table, clock: systemClock, lookupMeter })]);
