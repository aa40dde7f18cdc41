import type { SeenService } from '@vigil/contracts';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Moment } from '../../../components/moment.tsx';
import { type Column, RecordTable } from '../../../components/record-table.tsx';
import { sinceText } from '../../../lib/format/moments.ts';
import { system } from '../../../messages/en/system.ts';
import styles from './service-table.module.css';

const text = system.health;
const names = text.serviceColumns;

const columns: readonly Column<Readonly<SeenService>>[] = [
  { name: names.services, isHeading: true, cell: ({ services }) => services.join(', ') },
  { name: names.host, cell: ({ host }) => host },
  { name: names.process, cell: ({ processId }) => processId },
  { name: names.version, cell: ({ version }) => version },
  { name: names.since, cell: ({ startedAt }) => <Moment at={startedAt} since /> },
  {
    name: names.state,
    cell: ({ alive, seenAt }) => (
      <span className={styles.state} data-alive={alive}>
        {alive ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
        {alive ? text.alive : text.silent(sinceText(seenAt, Date.now()))}
      </span>
    ),
  },
];

/** Processes and what runs in them. */
export function ServiceTable({ services }: { readonly services: readonly Readonly<SeenService>[] }): ReactNode {
  return <RecordTable caption={text.services} columns={columns} rows={services} keyOf={({ id }) => id} minWidth={600} />;
}
