import type { SeenService } from '@vigil/contracts';
import { Table } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Moment } from '../../../components/moment.tsx';
import { WideTable } from '../../../components/wide-table.tsx';
import { sinceText } from '../../../lib/format/moments.ts';
import { system } from '../../../messages/en/system.ts';
import styles from './service-table.module.css';

const text = system.health;

/** Processes and what runs in them. */
export function ServiceTable({ services }: { readonly services: readonly Readonly<SeenService>[] }): ReactNode {
  return (
    <WideTable label={text.services} minWidth={600}>
      <Table.Thead>
        <Table.Tr>
          {Object.values(text.serviceColumns).map((name) => (
            <Table.Th key={name} scope="col">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {services.map(({ id, services: names, host, processId, version, startedAt, seenAt, alive }) => (
          <Table.Tr key={id}>
            <Table.Td>{names.join(', ')}</Table.Td>
            <Table.Td>{host}</Table.Td>
            <Table.Td>{processId}</Table.Td>
            <Table.Td>{version}</Table.Td>
            <Table.Td>
              <Moment at={startedAt} since />
            </Table.Td>
            <Table.Td>
              <span className={styles.state} data-alive={alive}>
                {alive ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
                {alive ? text.alive : text.silent(sinceText(seenAt, Date.now()))}
              </span>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
