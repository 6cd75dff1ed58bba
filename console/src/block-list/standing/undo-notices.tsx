import { useKnownBuyers } from '../../api/use-known-buyers.ts';
import { Stack } from '../../ui/stack.tsx';
import type { Removal } from './removal-rules.ts';
import { useStanding } from './queries.ts';
import { useRemovals } from './removals-queries.ts';
import { UndoNotice } from './undo-notice.tsx';

/** What was removed from the Block List lately, above it. */
export function UndoNotices() {
  const removals = useRemovals();
  if (removals.length === 0) return null;
  return (
    <Stack>
      {removals.map((removal) => (
        <Named key={removal.blockId} of={removal} />
      ))}
    </Stack>
  );
}

/** With the name that the block had: the activity itself holds none. */
function Named({ of }: { readonly of: Removal }) {
  const { data, dataUpdatedAt } = useStanding(of.buyerId);
  const known = useKnownBuyers(dataUpdatedAt);
  const block = data?.blocks.find(({ blockId }) => blockId === of.blockId);
  return <UndoNotice of={of} username={block?.username ?? known.get(of.buyerId)?.username} />;
}

/** The same on a page of one buyer. */
export function UndoNoticeOf({ buyerId }: { readonly buyerId: string }) {
  const { data } = useStanding(buyerId);
  const block = data?.blocks.find(({ restorableUntil }) => restorableUntil !== undefined);
  if (block?.restorableUntil === undefined) return null;
  const { blockId, endedBy, restorableUntil, username } = block;
  return <UndoNotice of={{ buyerId, blockId, by: endedBy, restorableUntil }} username={username} />;
}
