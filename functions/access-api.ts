import { readAccessRoute } from '../shared/seller-api/access-route.ts';
import { required } from '../shared/kernel/environment.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';

/** A shop's access and quotas, for its sellers. */
export const handler = httpStack([readAccessRoute({ table: openTable(required('TABLE_NAME')), clock: systemClock })]);
