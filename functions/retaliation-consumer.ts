import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { countBlock, countedBlock } from '../shared/support/retaliation/count-block.ts';
import { createRetaliationStore } from '../shared/support/retaliation/store.ts';
import { ownTable } from '../shared/table/own-table.ts';

const store = createRetaliationStore(ownTable());

/** Our own block events: counts each block, and whether it looks retaliatory, for the report of ops. */
export const handler = eventConsumer(onEvent(countedBlock, countBlock(store)));
