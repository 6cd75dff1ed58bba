import { RouterProvider } from 'react-aria-components';
import { Navigate, Outlet, useHref, useNavigate } from 'react-router';
import { useSessionState } from '../session/session-provider.tsx';

/** Links of React Aria go where the router leads. */
export function Root() {
  const navigate = useNavigate();
  return (
    <RouterProvider navigate={(path) => void navigate(path)} useHref={useHref}>
      <Outlet />
    </RouterProvider>
  );
}

const lastShop = 'ssc.shop';

export function rememberShop(shopId: string): void {
  localStorage.setItem(lastShop, shopId);
}

/** The shop that was open last, if it is still open to this person; else the first. */
export function HomePage() {
  const state = useSessionState();
  const shops = 'claims' in state ? state.claims.shops : [];
  const last = localStorage.getItem(lastShop);
  const shop = shops.find(({ shopId }) => shopId === last) ?? shops[0];
  return shop && <Navigate to={`/shops/${shop.shopId}`} replace />;
}
