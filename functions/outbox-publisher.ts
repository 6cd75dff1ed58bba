import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { required } from '../shared/kernel/environment.ts';
import { requestBounds } from '../shared/table/request-bounds.ts';
import { createOutboxStore } from '../shared/events/outbox-store.ts';
import { createPublisher } from '../shared/events/publish.ts';
import { publishRecords } from '../shared/events/publish-records.ts';
import { ownTable } from '../shared/table/own-table.ts';

const publisher = createPublisher(new EventBridgeClient(requestBounds(3, 3000)), required('BUS_NAME'));
const store = createOutboxStore(ownTable());

/** The table's stream: puts each new outbox item on the bus. */
export const handler = publishRecords({ publisher, store });
