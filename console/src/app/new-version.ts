import { mayReload } from './new-version-rules.ts';

const remembered = 'ssc.reloaded';

/**
 * After a deployment, a page that was opened before asks for files that are no longer there. It then loads itself again, once:
 * the new page has the new files. Where that does not help, the page's failure is shown.
 */
export function reloadForNewVersion(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(remembered) ?? 0);
    if (!navigator.onLine || !mayReload(last, Date.now())) return;
    // What waits for the file goes on waiting until the page is gone.
    event.preventDefault();
    sessionStorage.setItem(remembered, String(Date.now()));
    window.location.reload();
  });
}
