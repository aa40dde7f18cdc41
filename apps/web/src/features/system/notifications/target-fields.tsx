import { NativeSelect, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { notifications } from '../../../messages/en/notifications.ts';
import { useChannels } from './notification-queries.ts';
import type { FormChannel, RuleDraft } from './rule-draft.ts';
import { canPush } from './subscribe-browser.ts';

const text = notifications.form;
const labels = { webhook: text.url, email: text.to, mqtt: text.topic } as const;
const hints = { webhook: text.urlHint, email: text.toHint, mqtt: text.topicHint } as const;

/** Where a rule sends to. A channel that the server cannot use says so, and cannot be chosen. */
export function TargetFields({
  draft,
  onChange,
}: {
  readonly draft: RuleDraft;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}): ReactNode {
  const { data: channels } = useChannels();
  const isReady = {
    webhook: true,
    email: channels?.email ?? false,
    mqtt: channels?.mqtt ?? false,
    'web-push': (channels?.webPush ?? false) && canPush(),
  };
  return (
    <>
      <NativeSelect
        label={text.channel}
        data={(['webhook', 'email', 'mqtt', 'web-push'] as const).map((channel) => ({
          value: channel,
          disabled: !isReady[channel],
          label: isReady[channel]
            ? notifications.channels.names[channel]
            : `${notifications.channels.names[channel]} (${notifications.channels.missing[channel]})`,
        }))}
        value={draft.channel}
        onChange={({ currentTarget }) => onChange({ channel: currentTarget.value as FormChannel, address: '' })}
      />
      {draft.channel === 'web-push' ? (
        <Text size="sm">{notifications.push.here}</Text>
      ) : (
        <TextInput
          label={labels[draft.channel]}
          description={hints[draft.channel]}
          required
          type={draft.channel === 'webhook' ? 'url' : 'text'}
          value={draft.address}
          onChange={({ currentTarget }) => onChange({ address: currentTarget.value })}
        />
      )}
    </>
  );
}
