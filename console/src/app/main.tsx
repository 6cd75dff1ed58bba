import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/base.css';
import { Session } from '../session/browser-session.ts';
import { loadConfig } from '../session/config.ts';
import { App } from './app.tsx';
import { reloadForNewVersion } from './new-version.ts';
import { startTheme } from '../ui/use-theme.ts';

startTheme();
reloadForNewVersion();
// Who comes back from the issuer wants the pages next: they load while the session begins.
if (window.location.pathname === '/signed-in') void import('./pages.tsx').catch(() => {});
const root = createRoot(document.querySelector('#root') as HTMLElement);
const config = await loadConfig().catch((error: unknown) => {
  console.error(error);
  return undefined;
});
const session = config && new Session(config);
root.render(
  <StrictMode>
    <App session={session} pictures={config?.pictures} />
  </StrictMode>,
);
// After the first drawing: who was signed in before leaves for the issuer at once.
await session?.start();
