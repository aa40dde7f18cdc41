import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { messages } from '../messages/index.ts';
import styles from './frame.module.css';
import { navigation, type NavigationEntry, pages } from './pages.ts';
import { useMay, useSession } from './session.tsx';

/** The entries of one part of the navigation; what the reader may not see is not among them. */
export function NavigationEntries({
  part,
  location,
}: {
  readonly part: NavigationEntry['part'];
  readonly location: string;
}): ReactNode {
  return navigation
    .filter((entry) => entry.part === part)
    .map((entry) => <Entry key={entry.path} entry={entry} location={location} />);
}

function Entry({ entry, location }: { readonly entry: NavigationEntry; readonly location: string }): ReactNode {
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
      title={isAdvised ? messages.shell.changePassword : undefined}
    >
      <Icon size={20} stroke={1.7} aria-hidden />
      {label}
      {isAdvised ? <span className={styles.advice} aria-hidden /> : null}
    </Link>
  );
}
