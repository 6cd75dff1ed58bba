import type { Schemas } from '../../../../clients/seller-client.ts';

type Activity = Schemas['Activity'];

/** A removal that can still be undone, as the activity tells it: without a name. */
export interface Removal {
  readonly buyerId: string;
  readonly blockId: string;
  /** Subject of the seller who removed it. */
  readonly by?: string | undefined;
  readonly restorableUntil: string;
}

/** @param activities of the shop, newest first. */
export function removalsIn(activities: readonly Activity[]): readonly Removal[] {
  return activities.flatMap(({ actor, details }) => {
    const { buyerId, blockId, restorableUntil } = details;
    if (typeof restorableUntil !== 'string' || typeof buyerId !== 'string' || typeof blockId !== 'string') return [];
    return [{ buyerId, blockId, by: actor.id, restorableUntil }];
  });
}
