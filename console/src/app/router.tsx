import { createBrowserRouter, Navigate } from 'react-router';
import type { RouteObject } from 'react-router';
import { FailedRoute, LostPage } from './lost-pages.tsx';
import { HomePage, Root } from './root.tsx';
import { wordStore } from '../words/browser-messages.ts';
import { ShopLayout } from './shop-layout.tsx';

/** Each page is a file of its own, which loads when it is first opened. */
const shopPages: readonly RouteObject[] = [
  { index: true, element: <Navigate to="overview" replace /> },
  { path: 'overview', lazy: async () => ({ Component: (await import('../overview/overview-page.tsx')).OverviewPage }) },
  { path: 'alerts', lazy: async () => ({ Component: (await import('../alerts/alerts-page.tsx')).AlertsPage }) },
  { path: 'alerts/:alertId', lazy: async () => ({ Component: (await import('../alerts/alert-page.tsx')).AlertPage }) },
  {
    path: 'buyers/:buyerId',
    lazy: async () => ({ Component: (await import('../buyers/buyer-page.tsx')).BuyerPage }),
  },
  { path: 'buyers', lazy: async () => ({ Component: (await import('../buyers/buyers-page.tsx')).BuyersPage }) },
  {
    path: 'block-list',
    lazy: async () => ({ Component: (await import('../block-list/block-list-page.tsx')).BlockListPage }),
  },
  {
    path: 'block-list/new',
    lazy: async () => ({ Component: (await import('../blocking/new-block-page.tsx')).NewBlockPage }),
  },
  {
    path: 'block-list/import',
    lazy: async () => ({ Component: (await import('../transfer/import-page.tsx')).ImportPage }),
  },
  {
    path: 'block-list/:buyerId',
    lazy: async () => ({ Component: (await import('../block-list/block-page.tsx')).BlockPage }),
  },
  {
    path: 'exempt-list',
    lazy: async () => ({ Component: (await import('../exempt-list/exempt-list-page.tsx')).ExemptListPage }),
  },
  {
    path: 'exempt-list/new',
    lazy: async () => ({ Component: (await import('../exempt-list/new-exemption-page.tsx')).NewExemptionPage }),
  },
  { path: 'waivers', lazy: async () => ({ Component: (await import('../waivers/waivers-page.tsx')).WaiversPage }) },
  {
    path: 'waivers/:subjectType/:subjectId',
    lazy: async () => ({ Component: (await import('../waivers/waiver-page.tsx')).WaiverPage }),
  },
  { path: 'activity', lazy: async () => ({ Component: (await import('../activity/activity-page.tsx')).ActivityPage }) },
  { path: 'settings', lazy: async () => ({ Component: (await import('../settings/settings-page.tsx')).SettingsPage }) },
  { path: 'help', lazy: async () => ({ Component: (await import('../help/help-page.tsx')).HelpPage }) },
  { path: '*', element: <LostPage isInShell /> },
];

export function createRouter() {
  return createBrowserRouter([
    {
      element: <Root />,
      errorElement: <FailedRoute />,
      hydrateFallbackElement: <></>,
      children: [
        { path: '/', element: <HomePage /> },
        {
          path: '/shops/:shopId',
          element: <ShopLayout />,
          children: [{ errorElement: <FailedRoute isInShell />, children: shopPages.map(withWords) }],
        },
        { path: '*', element: <LostPage /> },
      ],
    },
  ]);
}

/** Pages other than the first wait for the rest of the words, which load beside their files. */
function withWords(route: RouteObject): RouteObject {
  const { lazy, path } = route;
  if (typeof lazy !== 'function' || path === 'overview') return route;
  const both = async () => {
    const [page] = await Promise.all([lazy(), wordStore.loadRest()]);
    return page;
  };
  return { ...route, lazy: both } as RouteObject;
}
