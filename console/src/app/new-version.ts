import { mayReload } from './new-version-rules.ts';

const remembered = 'ssc.reloaded';
let isReloading = false;

/** The page is about to go: its failure is none to be shown. */
export const reloads = (): boolean => isReloading;

/**
 * After a deployment, a page that was opened before asks for files that are no longer there. It then loads itself again, once:
 * the new page has the new files. Where that does not help, the page's failure is shown.
 */
export function reloadForNewVersion(): void {
  window.addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem(remembered) ?? 0);
    if (!navigator.onLine || !mayReload(last, Date.now())) return;
    isReloading = true;
    sessionStorage.setItem(remembered, String(Date.now()));
    window.location.reload();
  });
}
