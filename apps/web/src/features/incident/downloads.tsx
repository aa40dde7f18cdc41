import type { IncidentRecord } from '@vigil/contracts';
import { Button, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileZip, IconPrinter, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { incident as messages } from '../../messages/en/incident.ts';
import styles from './incident.module.css';

const text = messages.downloads;

/** What can be taken along. */
export function Downloads({
  incident: { id, clip },
  hasOriginal,
}: {
  readonly incident: IncidentRecord;
  readonly hasOriginal: boolean;
}): ReactNode {
  const base = `/api/v1/incidents/${encodeURIComponent(id)}`;
  return (
    <section aria-labelledby="downloads-title">
      <h2 id="downloads-title" className={styles.partTitle}>
        {text.label}
      </h2>
      <Stack gap="xs" align="stretch">
        {clip === null ? (
          <Text size="sm" c="dimmed">
            {text.noClip}
          </Text>
        ) : (
          <Button
            component="a"
            variant="default"
            href={`${base}/clip?download=true`}
            download
            leftSection={<IconDownload size={17} />}
          >
            {text.clip}
          </Button>
        )}
        <Button component="a" variant="default" href={`${base}/export.zip`} download leftSection={<IconFileZip size={17} />}>
          {text.zip}
        </Button>
        <Button
          component="a"
          variant="default"
          href={`${base}/evidence-pack.zip`}
          download
          leftSection={<IconShieldCheck size={17} />}
        >
          {text.pack}
        </Button>
        {hasOriginal ? (
          <Button
            component="a"
            variant="default"
            href={`${base}/evidence-pack.zip?original=true`}
            download
            leftSection={<IconShieldCheck size={17} />}
          >
            {text.packWithOriginal}
          </Button>
        ) : null}
        <Text size="xs" c="dimmed">
          {text.packHint}
        </Text>
        <Button variant="default" leftSection={<IconPrinter size={17} />} onClick={() => print()}>
          {text.print}
        </Button>
      </Stack>
    </section>
  );
}
