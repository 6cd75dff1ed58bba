import { useQueryClient } from '@tanstack/react-query';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../../clients/api-problem.ts';
import { dataOf } from '../../../clients/seller-client.ts';
import type { Schemas } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import type { Page } from '../api/pages.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useWrite } from '../api/use-write.ts';
import { useShop } from '../session/shop-provider.tsx';
import type { BlockChange } from './change-rules.ts';
import type { Block, TaggedBlock } from './queries.ts';

interface Edit {
  /** Of the state that the person saw. */
  readonly etag: string;
}

/** Blocks a buyer. */
export function useAddBlock(onDone: (block: Block) => void) {
  const api = useApi();
  const cache = useQueryClient();
  const { shopId } = useShop();
  return useWrite<Schemas['NewBlock'], TaggedBlock>({
    send: async (body, key) => {
      const call = api.POST('/v1/shops/{shopId}/blocks', {
        params: { path: { shopId }, header: { 'Idempotency-Key': key } },
        body,
      });
      const { response } = await call;
      return { block: await dataOf(call), etag: response.headers.get('ETag') ?? '*' };
    },
    onDone: ({ block, etag }) => {
      keepBlock(cache, shopId, { block, etag });
      changeLists(cache, shopId, (items, page) => (page === 0 ? [block, ...items] : items));
      readAgain(cache, shopId);
      onDone(block);
    },
  });
}

/** Extends or changes a block that is as it was shown. */
export function useChangeBlock(buyerId: string, onDone: (block: Block) => void) {
  const api = useApi();
  const cache = useQueryClient();
  const { shopId } = useShop();
  return useWrite<Edit & { readonly body: BlockChange }, TaggedBlock>({
    send: async ({ etag, body }, key) => {
      const header = { 'Idempotency-Key': key, 'If-Match': etag };
      const params = { path: { shopId, buyerId }, header };
      const call = api.PATCH('/v1/shops/{shopId}/blocks/{buyerId}', { params, body });
      const { response } = await call;
      return { block: await dataOf(call), etag: response.headers.get('ETag') ?? '*' };
    },
    onDone: ({ block, etag }) => {
      keepBlock(cache, shopId, { block, etag });
      changeLists(cache, shopId, (items) => items.map((one) => (one.blockId === block.blockId ? block : one)));
      readAgain(cache, shopId);
      onDone(block);
    },
  });
}

/** Removes a block that is as it was shown. */
export function useRemoveBlock(buyerId: string, onDone: () => void) {
  const api = useApi();
  const cache = useQueryClient();
  const { shopId } = useShop();
  return useWrite<Edit, void>({
    send: async ({ etag }, key) => {
      const header = { 'Idempotency-Key': key, 'If-Match': etag };
      await api.DELETE('/v1/shops/{shopId}/blocks/{buyerId}', { params: { path: { shopId, buyerId }, header } });
    },
    onDone: () => {
      onDone();
      changeLists(cache, shopId, (items) => items.filter((one) => one.buyerId !== buyerId));
      cache.removeQueries({ queryKey: queryKeys.block(shopId, buyerId) });
      readAgain(cache, shopId);
    },
  });
}

/** Whether somebody else was first: what is shown has to be read, and decided about, again. */
export const isConflict = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.code === 'precondition_failed' || error.code === 'not_found');

function keepBlock(cache: QueryClient, shopId: string, tagged: TaggedBlock): void {
  cache.setQueryData(queryKeys.block(shopId, tagged.block.buyerId), tagged);
}

function changeLists(
  cache: QueryClient,
  shopId: string,
  change: (items: readonly Block[], page: number) => readonly Block[],
): void {
  cache.setQueriesData<InfiniteData<Page<Block>>>(
    { queryKey: queryKeys.blockList(shopId, {}) },
    (list) => list && { ...list, pages: list.pages.map((page, at) => ({ ...page, items: change(page.items, at) })) },
  );
}

/** Everything that shows quotas, or whether a buyer is blocked. */
export function readAgain(cache: QueryClient, shopId: string): void {
  const { blocks, access, buyers, alerts, activity, dashboard } = queryKeys;
  for (const key of [blocks, access, buyers, alerts, activity, dashboard])
    void cache.invalidateQueries({ queryKey: key(shopId) });
}
