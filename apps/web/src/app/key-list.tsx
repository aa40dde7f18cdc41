import { Kbd, Modal, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useKeyGroups } from '../lib/keys/key-bindings.tsx';
import { messages } from '../messages/index.ts';
import styles from './key-list.module.css';

const text = messages.shell.keys;

/** The list of keys: each action once, with all keys that do it. */
function KeyList({ onClose }: { readonly onClose: () => void }): ReactNode {
  const groups = useKeyGroups();
  return (
    <Modal opened onClose={onClose} size="xl" title={text.title} closeButtonProps={{ 'aria-label': text.close }}>
      <div className={styles.groups}>
        {groups.map(({ title, bindings }) => (
          <section key={title} className={styles.group}>
            <Title order={3} size="h5" mb={4}>
              {title}
            </Title>
            <dl className={styles.keys}>
              {[...Map.groupBy(bindings, ({ label }) => label)].map(([label, same]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {same.map(({ keys }, index) => (
                      <span key={keys}>
                        {index === 0 ? null : <small>{text.or}</small>}
                        {keys.split(' ').map((key) => (
                          <Kbd key={key}>{shown(key)}</Kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

const names: Readonly<Record<string, string>> = { ' ': 'Space', 'Shift+?': '?', 'Shift++': '+' };
const parts: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Control: 'Ctrl',
  Escape: 'Esc',
  $mod: navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl',
};

function shown(key: string): string {
  return (
    names[key] ??
    key
      .split('+')
      .map((part) => parts[part] ?? part)
      .join('+')
  );
}

export default KeyList;
