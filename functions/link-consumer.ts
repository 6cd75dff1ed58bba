import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { changeLinkGroup } from '../shared/coverage/change-link-group.ts';
import { buyerLinkGroupChanged } from '../shared/contracts/events/buyer-link-group-changed.ts';
import { createLinkStore } from '../shared/coverage/store.ts';
import { openTable } from '../shared/table/client.ts';

const deadLetters = createDeadLetters(required('DEAD_LETTER_QUEUE_URL'));
const store = createLinkStore(openTable(required('TABLE_NAME')));

/** Queue of link events: keeps groups, and the markers of blocks that lean on them. */
export const handler = queueStack({
  deadLetters,
  handle: busEvents([
    onEvent(buyerLinkGroupChanged, async (change) => {
      await changeLinkGroup(store, systemClock, change);
    }),
  ]),
});
