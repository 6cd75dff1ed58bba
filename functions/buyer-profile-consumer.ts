import { buyerErased } from '../shared/contracts/events/buyer-erased.ts';
import { buyerProfileChanged } from '../shared/contracts/events/buyer-profile-changed.ts';
import { eraseBuyer } from '../shared/buyers/erase-buyer.ts';
import { createProfileStore } from '../shared/buyers/profile-store.ts';
import { recordProfile } from '../shared/buyers/record-profile.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';

const store = createProfileStore(ownTable());

/** Keeps usernames and avatars, and forgets them. */
export const handler = eventConsumer(
  onEvent(buyerProfileChanged, recordProfile(store)),
  onEvent(buyerErased, eraseBuyer({ store, clock: systemClock })),
);
