import { QueryClientProvider } from '@tanstack/react-query';
import { Component, useState } from 'react';
import type { ReactNode } from 'react';
import { createSellerClient } from '../../../clients/seller-client.ts';
import { ApiProvider } from '../api/api-provider.tsx';
import { createQueryClient } from '../api/query-client.ts';
import { KeyboardProvider } from '../keyboard/keyboard-provider.tsx';
import type { Session } from '../session/browser-session.ts';
import { SessionProvider } from '../session/session-provider.tsx';
import { PictureContext } from '../ui/picture-provider.tsx';
import type { PictureAddresses } from '../ui/picture-rules.ts';
import { ToastProvider } from '../ui/toasts.tsx';
import { WordsProvider } from '../words/words-provider.tsx';
import { FailedPage, NoConfigPage } from './full-pages.tsx';
import { SessionGate } from './session-gate.tsx';

interface AppProps {
  readonly session: Session | undefined;
  readonly pictures: PictureAddresses | undefined;
}

/** All of the console. Without a session its settings have not loaded. */
export function App({ session, pictures }: AppProps) {
  return (
    <WordsProvider>
      <PictureContext value={pictures}>
        <LastBoundary>{session ? <SignedInApp session={session} /> : <NoConfigPage />}</LastBoundary>
      </PictureContext>
    </WordsProvider>
  );
}

function SignedInApp({ session }: { readonly session: Session }) {
  const [queries] = useState(createQueryClient);
  const [client] = useState(() =>
    createSellerClient({ baseUrl: window.location.origin, accessToken: session.accessToken }),
  );
  return (
    <SessionProvider session={session}>
      <ApiProvider client={client}>
        <QueryClientProvider client={queries}>
          <KeyboardProvider>
            <ToastProvider>
              <SessionGate />
            </ToastProvider>
          </KeyboardProvider>
        </QueryClientProvider>
      </ApiProvider>
    </SessionProvider>
  );
}

/** Shows a way out where drawing has failed. React knows such boundaries as classes only. */
class LastBoundary extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <FailedPage /> : this.props.children;
  }
}
