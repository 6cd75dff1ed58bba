import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { countBlock, countedBlock } from '../shared/support/retaliation/count-block.ts';
import { countedEnd, countLifted } from '../shared/support/retaliation/count-lifted.ts';
import { createRetaliationStore } from '../shared/support/retaliation/store.ts';
import { ownTable } from '../shared/table/own-table.ts';

const store = createRetaliationStore(ownTable());

/** Our own block events: counts each block, whether it looks retaliatory, and whether support lifted it, for the report of ops and the shop itself. */
export const handler = eventConsumer(onEvent(countedBlock, countBlock(store)), onEvent(countedEnd, countLifted(store)));
