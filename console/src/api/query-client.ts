import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../../clients/api-problem.ts';

/** All that came from the API. The live feed keeps it up to date; what it cannot is read again when one looks at it. */
export function createQueryClient(): QueryClient {
  /** Access that ended while somebody works is noticed by whatever is refused first: the page then says so. */
  const lookAtAccess = (error: unknown): void => {
    if (error instanceof ApiProblem && error.code === 'access_not_active')
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[2] === 'access' });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: lookAtAccess }),
    mutationCache: new MutationCache({ onError: lookAtAccess }),
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
  return client;
}
