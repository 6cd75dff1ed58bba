import { findBuyerRoute } from '../shared/buyers/routes.ts';
import { required } from '../shared/config.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';

/** The buyers who ordered in one shop, for its sellers. */
export const handler = httpStack([findBuyerRoute({ table: openTable(required('TABLE_NAME')), clock: systemClock })]);
