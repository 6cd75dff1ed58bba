import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { ShopRole } from './token-claims.ts';

export interface CurrentShop extends ShopRole {
  /** Owners and agents act; viewers see everything. What may not be done says who may. */
  readonly mayAct: boolean;
  /** Path of a page of this shop: `pathTo('alerts')`. */
  readonly pathTo: (page: string) => string;
}

const Context = createContext<CurrentShop | undefined>(undefined);

export function currentShop(shop: ShopRole): CurrentShop {
  return { ...shop, mayAct: shop.role !== 'viewer', pathTo: (page) => `/shops/${shop.shopId}/${page}` };
}

export function ShopProvider({ shop, children }: { readonly shop: CurrentShop; readonly children: ReactNode }) {
  return <Context value={shop}>{children}</Context>;
}

/** The shop that the page is about, and what this person may do there. */
export function useShop(): CurrentShop {
  const shop = use(Context);
  if (!shop) throw new Error('There is a shop on a shop’s pages only.');
  return shop;
}
