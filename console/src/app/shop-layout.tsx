import { lazy, Suspense, useEffect } from 'react';
import { Outlet, useParams } from 'react-router';
import { useAccess } from '../access/queries.ts';
import { QueryState } from '../api/query-state.tsx';
import { LiveProvider } from '../live/live-provider.tsx';
import { useSessionState } from '../session/session-provider.tsx';
import { currentShop, ShopProvider } from '../session/shop-provider.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { ReaderProvider } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { FullPage } from './full-pages.tsx';
import { rememberShop } from './root.tsx';
import { Shell } from './shell/shell.tsx';

// Few shops are closed.
const AccessEndedPage = lazy(async () => ({
  default: (await import('../access/access-ended-page.tsx')).AccessEndedPage,
}));

/** The pages of one shop: as far as it is open to this person, and as far as its access goes. */
export function ShopLayout() {
  const { shopId } = useParams();
  const state = useSessionState();
  const shop = 'claims' in state ? state.claims.shops.find((one) => one.shopId === shopId) : undefined;
  if (!shop) return <OtherShopPage shopId={shopId ?? ''} />;
  return (
    <ShopProvider key={shop.shopId} shop={currentShop(shop)}>
      <OpenShop />
    </ShopProvider>
  );
}

function OpenShop() {
  const { shopId } = useParams();
  const access = useAccess();
  useEffect(() => {
    if (shopId !== undefined) rememberShop(shopId);
  }, [shopId]);
  if (access.data?.state === 'active')
    return (
      <ReaderProvider timeZone={access.data.timeZone ?? 'UTC'}>
        <LiveProvider>
          <Shell>
            <Outlet />
          </Shell>
        </LiveProvider>
      </ReaderProvider>
    );
  return (
    <Shell isClosed>
      <QueryState query={access}>
        {(data) => (
          <Suspense>
            <ReaderProvider timeZone={data.timeZone ?? 'UTC'}>
              <AccessEndedPage access={data} />
            </ReaderProvider>
          </Suspense>
        )}
      </QueryState>
    </Shell>
  );
}

function OtherShopPage({ shopId }: { readonly shopId: string }) {
  const { t } = useWords();
  const action = <ButtonLink href="/">{t('app.lost.action')}</ButtonLink>;
  return (
    <FullPage title={t('app.otherShop.title')} action={action}>
      {t('app.otherShop.text', { shopId })}
    </FullPage>
  );
}
