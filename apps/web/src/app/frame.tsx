import { IconEye } from '@tabler/icons-react';
import { type ReactNode, Suspense } from 'react';
import { Link, useLocation } from 'wouter';
import { Busy } from '../components/busy.tsx';
import { ErrorBoundary } from '../components/error-boundary.tsx';
import { useFeedState } from '../lib/feed/feed-context.tsx';
import { messages } from '../messages/index.ts';
import styles from './frame.module.css';
import { KeyHelp } from './key-help.tsx';
import { MoreMenu } from './more-menu.tsx';
import { NavigationEntries } from './navigation-entries.tsx';
import { useNavigationKeys } from './use-navigation-keys.ts';

const text = messages.shell;

/** What stands around every page: navigation, the state of the live feed, sign-out. */
export function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  const [location] = useLocation();
  useNavigationKeys();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {text.skipToContent}
      </a>
      <nav className={styles.navigation} aria-label={text.navigation}>
        <Link className={styles.brand} href="/incidents">
          <IconEye size={22} aria-hidden />
          {text.product}
        </Link>
        <NavigationEntries part="daily" location={location} />
        <MoreMenu location={location} />
        <FeedLight />
      </nav>
      <main id="content" className={styles.content} tabIndex={-1}>
        <ErrorBoundary key={location}>
          <Suspense fallback={<Busy />}>{children}</Suspense>
        </ErrorBoundary>
      </main>
      <KeyHelp />
    </div>
  );
}

function FeedLight(): ReactNode {
  const state = useFeedState();
  return (
    <div className={styles.feed} data-state={state} role="status">
      {text.feed[state]}
    </div>
  );
}
