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
 * counts, and an end is final. One that it does not know may have ended long ago, its frame being late: it is looked up,
 * which tells username and note too. The answer is at least as new as the frame.
 */
export function createLiveBlocks({ loaded = [], look }: LiveBlocksOptions) {
  const known = new Map<string, ShownBlock | 'over'>(loaded.map((block) => [block.blockId, block]));
  const keep = (block: ShownBlock): void => {
    const before = known.get(block.blockId);
    if (before === 'over' || (before && before.revision >= block.revision)) return;
    // A frame of a permanent block has no `expiresAt`: that of before goes.
    known.set(block.blockId, { ...before, ...block, expiresAt: block.expiresAt });
  };
  return {
    async apply({ data }: Pick<NewsFrame, 'data'>): Promise<void> {
      const news = data as unknown as ShownBlock & { readonly change: 'blocked' | 'changed' | 'unblocked' };
      if (news.change === 'unblocked') return void known.set(news.blockId, 'over');
      if (known.has(news.blockId)) return keep(news);
      const found = await look(news.buyerId);
      if (found) keep(found);
      if (found?.blockId !== news.blockId) known.set(news.blockId, 'over');
    },
    shown: (): readonly ShownBlock[] => [...known.values()].filter((block) => block !== 'over'),
  };
}
