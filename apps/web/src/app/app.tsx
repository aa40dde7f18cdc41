import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Busy } from '../components/busy.tsx';
import { ErrorBoundary } from '../components/error-boundary.tsx';
import { Problem } from '../components/problem.tsx';
import { createQueryClient } from '../lib/api/query-client.ts';
import { FeedProvider } from '../lib/feed/feed-context.tsx';
import { KeyProvider } from '../lib/keys/key-bindings.tsx';
import { UploadProvider } from '../lib/uploads/upload-context.tsx';
import { Frame } from './frame.tsx';
import { HarmlessDrops } from './harmless-drops.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { pages } from './pages.ts';
import { sessionKey, SessionProvider, useMay, useSessionQuery } from './session.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { meanings, theme } from './theme.ts';

const UploadCenter = lazy(() => import('../features/uploads/upload-center.tsx'));

/** The application. */
export function App(): ReactNode {
  const [client] = useState(() => {
    const made = createQueryClient({
      signedOut: () => made.setQueryData(sessionKey, null),
      inDoubt: () => void made.invalidateQueries({ queryKey: sessionKey }),
    });
    return made;
  });
  return (
    <MantineProvider theme={theme} cssVariablesResolver={meanings} defaultColorScheme="dark">
      <ErrorBoundary>
        <QueryClientProvider client={client}>
          <KeyProvider>
            <SignedInPart />
          </KeyProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}

function SignedInPart(): ReactNode {
  const { data: signedIn, error, refetch } = useSessionQuery();
  const look = (): void => void refetch();
  if (error !== null && signedIn === undefined) return <Problem error={error} onRetry={look} />;
  if (signedIn === undefined) return <Busy />;
  if (signedIn === null) return <SignInPage />;
  return (
    <SessionProvider signedIn={signedIn}>
      <FeedProvider key={signedIn.user.id} sessionId={signedIn.session.id} onUnanswered={look}>
        <UploadProvider userId={signedIn.user.id}>
          <Frame>
            <Switch>
              <Route path="/">
                <Redirect to="/incidents" replace />
              </Route>
              {pages.map(({ path, component }) => (
                <Route key={path} path={path} component={component} />
              ))}
              <Route component={NotFoundPage} />
            </Switch>
          </Frame>
          <Uploading />
        </UploadProvider>
      </FeedProvider>
    </SessionProvider>
  );
}

/** Uploads go on whatever page is shown. */
function Uploading(): ReactNode {
  if (!useMay('operator')) return <HarmlessDrops />;
  return (
    <Suspense>
      <UploadCenter />
    </Suspense>
  );
}
