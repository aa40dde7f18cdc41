import type { Model } from '@vigil/contracts';
import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMay } from '../../../app/session.tsx';
import { JobProgress } from '../../../components/job-progress.tsx';
import { Outcome } from '../../../components/outcome.tsx';
import { api } from '../../../lib/api/api-client.ts';
import type { components } from '../../../lib/api/generated/api.ts';
import { bytesText } from '../../../lib/format/quantities.ts';
import { system } from '../../../messages/en/system.ts';
import styles from './models.module.css';

const text = system.models;
const icons = { installed: IconCheck, buildable: IconDownload, unavailable: IconAlertTriangle } as const;

/** One model with its state, and how it gets installed. */
export function ModelRow({
  model,
  installation,
}: {
  readonly model: Readonly<Model>;
  /** The newest job that installs it; undefined where there is none. */
  readonly installation: components['schemas']['Job'] | undefined;
}): ReactNode {
  const mayInstall = useMay('operator');
  const { id, name, purpose, state, used, version, sizeBytes, licence, reason, howToInstall } = model;
  const install = useMutation({
    mutationFn: () => api.POST('/api/v1/models/{id}/installation', { params: { path: { id } } }),
  });
  const Icon = icons[state];
  const isInstalling = installation?.state === 'queued' || installation?.state === 'leased';
  const facts = [
    ...(version === null ? [] : [`${text.version} ${version}`]),
    `${text.size}: ${sizeBytes === null ? `– (${text.notYet})` : bytesText(sizeBytes)}`,
    `${text.licence}: ${licence ?? `– (${text.noWeights})`}`,
  ];
  return (
    <li>
      <div>
        <Title order={3} size="h5">
          {name}
        </Title>
        <Text size="sm">{purpose}</Text>
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
        {reason === null ? null : <Text size="sm">{reason}</Text>}
      </div>
      <Stack gap={6} align="flex-start">
        <span className={styles.state} data-state={state}>
          <Icon size={16} aria-hidden />
          {text.states[state]}
        </span>
        {state === 'unavailable' ? null : (
          <Text size="sm" c="dimmed">
            {used ? text.used : text.unused}
          </Text>
        )}
        {isInstalling && installation !== undefined ? <JobProgress job={installation} label={text.installing} /> : null}
        {state === 'buildable' && !isInstalling && mayInstall ? (
          <Button
            size="xs"
            leftSection={<IconDownload size={16} aria-hidden />}
            aria-label={text.installOf(name)}
            loading={install.isPending}
            onClick={() => install.mutate()}
          >
            {text.install}
          </Button>
        ) : null}
        {state !== 'installed' && installation?.state === 'failed' ? (
          <Text size="sm" style={{ color: 'var(--vigil-critical)' }}>
            {text.failed}: {installation.error?.message}
          </Text>
        ) : null}
        <Outcome of={install} />
        {howToInstall === null ? null : (
          <Group gap={4}>
            <Text size="sm">{text.how}</Text>
            <Code>{howToInstall}</Code>
          </Group>
        )}
      </Stack>
    </li>
  );
}
