import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconBookmark, IconDeviceFloppy, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { PopoverButton } from '../../components/popover-button.tsx';
import { Problem } from '../../components/problem.tsx';
import { incidentList } from '../../messages/en/incidents.ts';
import styles from './menu.module.css';
import { mostViews, useSavedViews } from './use-saved-views.ts';

const text = incidentList.views;

/** Views that the reader keeps, and keeping the one that is shown. @param address What is shown, without the question mark */
export function SavedViews({ address }: { readonly address: string }): ReactNode {
  return (
    <PopoverButton
      label={text.button}
      icon={<IconBookmark size={16} aria-hidden />}
      panel={(close) => <ViewList address={address} onGone={close} />}
    />
  );
}

function ViewList({ address, onGone }: { readonly address: string; readonly onGone: () => void }): ReactNode {
  const { views, error, add, replace, remove } = useSavedViews();
  const [name, setName] = useState('');
  const isFull = views.length >= mostViews;
  return (
    <div className={styles.menu}>
      <h2 className={styles.heading}>{text.title}</h2>
      {error === null ? null : <Problem error={error} />}
      {views.length === 0 ? <p className={styles.quiet}>{text.none}</p> : null}
      <ul className={styles.items}>
        {views.map((view) => (
          <li key={view.id} className={styles.item}>
            <Link
              href={`/incidents${view.query === '' ? '' : `?${view.query}`}`}
              className={styles.link}
              aria-current={view.query === address ? 'page' : undefined}
              onClick={onGone}
            >
              {view.name}
            </Link>
            {view.query === address ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={text.update(view.name)}
                title={text.update(view.name)}
                onClick={() => replace({ ...view, query: address })}
              >
                <IconDeviceFloppy size={17} aria-hidden />
              </ActionIcon>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={text.remove(view.name)}
              title={text.remove(view.name)}
              onClick={() => remove(view.id)}
            >
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {isFull ? (
        <p className={styles.quiet}>{text.full(mostViews)}</p>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') add({ name: name.trim(), query: address }, () => setName(''));
          }}
        >
          <TextInput
            label={text.saveTitle}
            placeholder={text.name}
            maxLength={60}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {text.submit}
          </Button>
        </form>
      )}
    </div>
  );
}
