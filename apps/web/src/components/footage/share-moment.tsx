import { Button, Popover, Text, TextInput } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { mediaTime } from '../../lib/format/media-time.ts';
import { useKeys } from '../../lib/keys/key-bindings.tsx';
import { player as messages } from '../../messages/en/player.ts';
import type { Playhead } from '../player/playhead.ts';
import { momentAddress } from './use-linked-moment.ts';

const text = messages.share;

/** What became of the copying. */
interface Copied {
  readonly address: string;
  readonly time: string;
  readonly isCopied: boolean;
}

/** Copies a link that shows this page at the moment that is shown now. */
export function ShareMoment({ playhead }: { readonly playhead: Playhead }): ReactNode {
  const [copied, setCopied] = useState<Copied | null>(null);
  const copy = async (): Promise<void> => {
    const address = momentAddress(playhead.seconds);
    const time = mediaTime(playhead.seconds, 1);
    // only pages served over TLS or from this machine may copy
    const isCopied = await (navigator.clipboard as Clipboard | undefined)?.writeText(address).then(
      () => true,
      () => false,
    );
    setCopied({ address, time, isCopied: isCopied ?? false });
  };
  useKeys(messages.keys, [{ keys: 'l', label: text.copy, run: () => void copy() }]);
  return (
    <Popover
      opened={copied !== null}
      onChange={() => setCopied(null)}
      position="bottom-end"
      width={340}
      withinPortal={false}
      trapFocus={copied?.isCopied === false}
    >
      <Popover.Target>
        <Button variant="default" leftSection={<IconLink size={17} />} onClick={() => void copy()}>
          {text.copy}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {copied === null ? null : copied.isCopied ? (
          <Text size="sm" role="status">
            {text.copied(copied.time)}
          </Text>
        ) : (
          <TextInput
            label={text.byHand}
            aria-label={text.link}
            readOnly
            value={copied.address}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
