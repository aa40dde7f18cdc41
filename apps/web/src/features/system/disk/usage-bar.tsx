import type { Overview } from '@vigil/contracts';
import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { Facts } from '../../../components/facts.tsx';
import { bytesText, percentText } from '../../../lib/format/quantities.ts';
import { system } from '../../../messages/en/system.ts';
import styles from './usage-bar.module.css';

const text = system.disk;
const colours = ['blue.7', 'teal.8', 'grape.7', 'orange.8', 'pink.8', 'cyan.8', 'lime.9'];

/** What the used space is used for, as one bar with its key below, and how much room there is. */
export function UsageBar({ usage }: { readonly usage: Readonly<Overview['media']> }): ReactNode {
  const { usedBytes, freeBytes, quotaBytes, reserveBytes, byArea } = usage;
  const known = Object.values(byArea).reduce((sum, bytes) => sum + bytes, 0);
  const areas = [
    ...Object.entries(byArea).map(([area, bytes]) => ({ name: text.areas[area] ?? area, bytes })),
    { name: text.otherAreas, bytes: Math.max(0, usedBytes - known) },
  ]
    .toSorted((one, other) => other.bytes - one.bytes)
    .map((area, index) => ({ ...area, colour: colours[index % colours.length] ?? 'gray' }));
  const room = Math.max(1, quotaBytes ?? usedBytes + freeBytes);
  return (
    <>
      <div role="img" aria-label={text.usageSummary(bytesText(usedBytes), bytesText(freeBytes))}>
        <Progress.Root size={26} aria-hidden mb="xs">
          {areas.map(({ name, bytes, colour }) => (
            <Progress.Section
              key={name}
              value={(100 * bytes) / Math.max(1, usedBytes)}
              color={colour}
              withAria={false}
              title={name}
            />
          ))}
        </Progress.Root>
      </div>
      <ul className={styles.key}>
        {areas.map(({ name, bytes, colour }) => (
          <li key={name}>
            <span style={{ background: `var(--mantine-color-${colour.replace('.', '-')})` }} aria-hidden />
            {name}: {bytesText(bytes)}
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          { label: text.used, value: `${bytesText(usedBytes)} (${percentText(usedBytes / room)})` },
          { label: text.free, value: bytesText(freeBytes) },
          { label: text.quota, value: quotaBytes === null ? text.noQuota : bytesText(quotaBytes) },
          { label: text.reserve, value: bytesText(reserveBytes) },
        ]}
      />
    </>
  );
}
