import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadingState } from '../ui/loading-state.tsx';
import { ProblemState } from './problem.tsx';

interface QueryStateProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  /** What stands here while nothing has come yet. */
  readonly loading?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** Data, or why there is none. What was loaded once stays on the page, whatever becomes of the next attempt. */
export function QueryState<Data>({ query, loading = <LoadingState />, children }: QueryStateProps<Data>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return children(data);
  return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : loading;
}
