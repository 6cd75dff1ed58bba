import { QueryClient } from '@tanstack/react-query';

/** All that came from the API. The live feed keeps it up to date; what it cannot is read again when one looks at it. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The client has tried again already, where that can help.
        retry: false,
        staleTime: 30_000,
        gcTime: 10 * 60_000,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
