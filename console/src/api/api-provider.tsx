import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { SellerClient } from '../../../clients/seller-client.ts';

const Context = createContext<SellerClient | undefined>(undefined);

export function ApiProvider({ client, children }: { readonly client: SellerClient; readonly children: ReactNode }) {
  return <Context value={client}>{children}</Context>;
}

/** The typed client of the seller API. Pages use it in their `queries.ts` only. */
export function useApi(): SellerClient {
  const client = use(Context);
  if (!client) throw new Error('There is an API below an ApiProvider only.');
  return client;
}
