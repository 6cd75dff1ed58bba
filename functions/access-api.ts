import { readAccessRoute } from '../shared/seller-api/access-route.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';

const reader = createPlanReader(ownTable());

/** A shop's access and quotas, for its sellers. */
export const handler = httpStack([readAccessRoute({ reader, clock: systemClock })]);
