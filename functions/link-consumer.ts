import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { changeLinkGroup } from '../shared/coverage/change-link-group.ts';
import { buyerLinkGroupChanged } from '../shared/contracts/events/buyer-link-group-changed.ts';
import { createLinkStore } from '../shared/coverage/store.ts';
import { ownTable } from '../shared/table/own-table.ts';

const store = createLinkStore(ownTable());

/** Queue of link events: keeps groups, and the markers of blocks that lean on them. */
export const handler = eventConsumer(
  onEvent(buyerLinkGroupChanged, async (change) => {
    await changeLinkGroup(store, systemClock, change);
  }),
);
