import { useMantineColorScheme } from '@mantine/core';
import { IconDots, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { messages } from '../messages/index.ts';
import styles from './frame.module.css';
import { NavigationEntries } from './navigation-entries.tsx';
import { navigation } from './pages.ts';
import { useSession, useSignOut } from './session.tsx';

/** The rest of the navigation: beside the other entries where there is room, on phones a sheet that a button opens. */
export function MoreMenu({ location }: { readonly location: string }): ReactNode {
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { passwordIsOwn } = useSession();
  const isHere = navigation.some(({ part, path }) => part === 'upkeep' && location.startsWith(path));
  useEffect(() => {
    // on wide windows it is no popover that could be closed, and says nothing
    if (sheet.current?.matches(':popover-open') === true) sheet.current.hidePopover();
  }, [location]);
  return (
    <>
      <button type="button" className={styles.more} data-here={isHere} popoverTarget={id} aria-expanded={isOpen}>
        <IconDots size={20} stroke={1.7} aria-hidden />
        {messages.shell.more}
        {passwordIsOwn ? null : <span className={styles.advice} aria-hidden />}
      </button>
      <div ref={sheet} id={id} popover="auto" className={styles.sheet} onToggle={({ newState }) => setOpen(newState === 'open')}>
        <NavigationEntries part="upkeep" location={location} />
        <SchemeSwitch />
        <SignOut />
      </div>
    </>
  );
}

function SchemeSwitch(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark = colorScheme === 'dark';
  const Icon = isDark ? IconSun : IconMoon;
  return (
    <button type="button" className={`${styles.entry} ${styles.own}`} onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>
      <Icon size={20} stroke={1.7} aria-hidden />
      {isDark ? messages.shell.theme.toLight : messages.shell.theme.toDark}
    </button>
  );
}

function SignOut(): ReactNode {
  const signOut = useMutation({ mutationFn: useSignOut() });
  return (
    <>
      <button
        type="button"
        className={`${styles.entry} ${styles.own}`}
        disabled={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        <IconLogout size={20} stroke={1.7} aria-hidden />
        {messages.shell.signOut}
      </button>
      {signOut.isError ? (
        <p role="alert" className={styles.failed}>
          {messages.shell.signOutFailed}
        </p>
      ) : null}
    </>
  );
}
