import { buyerErased } from '../shared/contracts/events/buyer-erased.ts';
import { buyerProfileChanged } from '../shared/contracts/events/buyer-profile-changed.ts';
import { eraseBuyer } from '../shared/buyers/erase-buyer.ts';
import { createProfileStore } from '../shared/buyers/profile-store.ts';
import { recordProfile } from '../shared/buyers/record-profile.ts';
import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';

const store = createProfileStore(openTable(required('TABLE_NAME')));

/** Keeps usernames and avatars, and forgets them. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: busEvents([
    onEvent(buyerProfileChanged, recordProfile(store)),
    onEvent(buyerErased, eraseBuyer({ store, clock: systemClock })),
  ]),
});
