import type { IncidentRecord } from '@vigil/contracts';
import { Button, Stack, Text } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { incident as messages } from '../../messages/en/incident.ts';
import styles from './incident.module.css';

const text = messages.alike;

/** The way to incidents that look like this one, where it was looked at. */
export function Alike({ incident: { id, appearance } }: { readonly incident: IncidentRecord }): ReactNode {
  return (
    <section aria-labelledby="alike-title">
      <h2 id="alike-title" className={styles.partTitle}>
        {text.label}
      </h2>
      {appearance === null || appearance === undefined ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : (
        <Stack gap="xs" align="stretch">
          <Button
            component={Link}
            variant="default"
            href={`/search?like=${encodeURIComponent(id)}`}
            leftSection={<IconEqual size={17} />}
          >
            {text.find}
          </Button>
        </Stack>
      )}
    </section>
  );
}
