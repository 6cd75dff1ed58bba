import { useMutation } from '@tanstack/react-query';
import { dataOf } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { joinParts, nextCursorOf } from './file-rules.ts';

export type ExportedList = 'blocks' | 'waivers' | 'activity';

/** Loads a whole list as CSV, and lets the browser save it. */
export function useExport(list: ExportedList, onFailed: (error: Error) => void) {
  const api = useApi();
  const { shopId } = useShop();
  return useMutation({
    mutationFn: async () => {
      const parts: string[] = [];
      let cursor: string | undefined;
      do {
        const params = { path: { shopId }, query: cursor === undefined ? {} : { cursor } };
        const call = api.GET(`/v1/shops/{shopId}/${list}/export`, { params, parseAs: 'text' });
        const { response } = await call;
        parts.push(await dataOf(call));
        cursor = nextCursorOf(response.headers.get('Link'));
      } while (cursor !== undefined);
      save(joinParts(parts), `${list}-${shopId}.csv`);
    },
    onError: onFailed,
  });
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has to have begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
