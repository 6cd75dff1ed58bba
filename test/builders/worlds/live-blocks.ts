import type { NewsFrame } from '../../../shared/contracts/http/live.ts';

/** A block as far as it is compared: the API's reply has these fields, and so has the `data` of a frame. */
export interface ShownBlock {
  readonly blockId: string;
  readonly buyerId: string;
  readonly revision: number;
  readonly reason: string;
  readonly expiresAt?: string | undefined;
}

export interface LiveBlocksOptions {
  /** The Block List, loaded after the ticket. */
  readonly loaded?: readonly ShownBlock[];
  /** `GET …/blocks/{buyerId}`; `undefined` where it answers 404. */
  readonly look: (buyerId: string) => Promise<ShownBlock | undefined>;
}

/**
 * What a client shows as blocked, whatever order `block.changed` comes in. Of a block that it knows, the highest `revision`
 * counts, of its end as of anything else. One that it does not know may have ended long ago, its frame being late: it is looked up,
 * which tells username and note too. The answer is at least as new as the frame.
 */
export function createLiveBlocks({ loaded = [], look }: LiveBlocksOptions) {
  type Over = Pick<ShownBlock, 'blockId' | 'revision'> & { readonly isOver: true };
  const known = new Map<string, ShownBlock | Over>(loaded.map((block) => [block.blockId, block]));
  const isOver = (one: ShownBlock | Over): one is Over => 'isOver' in one;
  const isOld = ({ blockId, revision }: Pick<ShownBlock, 'blockId' | 'revision'>): boolean =>
    (known.get(blockId)?.revision ?? 0) >= revision;
  const end = ({ blockId, revision }: ShownBlock): void => {
    if (!isOld({ blockId, revision })) known.set(blockId, { blockId, revision, isOver: true });
  };
  const keep = (block: ShownBlock): void => {
    const before = known.get(block.blockId);
    if (isOld(block)) return;
    // A frame of a permanent block has no `expiresAt`: that of before goes.
    known.set(block.blockId, { ...(before && !isOver(before) ? before : {}), ...block, expiresAt: block.expiresAt });
  };
  return {
    async apply({ data }: Pick<NewsFrame, 'data'>): Promise<void> {
      const news = data as unknown as ShownBlock & {
        readonly change: 'blocked' | 'changed' | 'unblocked' | 'restored';
      };
      if (news.change === 'unblocked') return end(news);
      const before = known.get(news.blockId);
      if (isOld(news)) return;
      // One that was over can have come back: it is looked up as one that is not known.
      if (before && !isOver(before)) return keep(news);
      const found = await look(news.buyerId);
      if (found) keep(found);
      if (found?.blockId !== news.blockId) end(news);
    },
    shown: (): readonly ShownBlock[] => [...known.values()].flatMap((block) => (isOver(block) ? [] : [block])),
  };
}
