import { useMantineColorScheme } from '@mantine/core';
import { IconEye, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { type ReactNode, Suspense } from 'react';
import { Link, useLocation } from 'wouter';
import { Busy } from '../components/busy.tsx';
import { ErrorBoundary } from '../components/error-boundary.tsx';
import { useFeedState } from '../lib/feed/feed-context.tsx';
import { messages } from '../messages/index.ts';
import styles from './frame.module.css';
import { KeyHelp } from './key-help.tsx';
import { navigation, pages } from './pages.ts';
import { useMay, useSession, useSignOut } from './session.tsx';
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
        {navigation.map((entry) => (
          <Entry key={entry.path} entry={entry} location={location} />
        ))}
        <div className={styles.foot}>
          <FeedLight />
          <SchemeSwitch />
          <SignOut />
        </div>
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

function Entry({ entry, location }: { readonly entry: (typeof navigation)[number]; readonly location: string }): ReactNode {
  const { path, label, icon: Icon, role } = entry;
  const may = useMay(role);
  const { passwordIsOwn } = useSession();
  if (!may || !pages.some((page) => page.path === path || page.path === `${path}/*?`)) return null;
  const isAdvised = path === '/account' && !passwordIsOwn;
  const isHere = location === path || location.startsWith(`${path}/`);
  return (
    <Link
      className={styles.entry}
      href={path}
      aria-current={isHere ? 'page' : undefined}
      title={isAdvised ? text.changePassword : undefined}
    >
      <Icon size={20} stroke={1.7} aria-hidden />
      {label}
      {isAdvised ? <span className={styles.advice} aria-hidden /> : null}
    </Link>
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

function SchemeSwitch(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark = colorScheme === 'dark';
  const Icon = isDark ? IconSun : IconMoon;
  return (
    <button type="button" className={styles.entry} onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>
      <Icon size={20} stroke={1.7} aria-hidden />
      {isDark ? text.theme.toLight : text.theme.toDark}
    </button>
  );
}

function SignOut(): ReactNode {
  const signOut = useSignOut();
  return (
    <button type="button" className={styles.entry} onClick={() => void signOut()}>
      <IconLogout size={20} stroke={1.7} aria-hidden />
      {text.signOut}
    </button>
  );
}
