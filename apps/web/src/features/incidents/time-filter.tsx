import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { incidentList } from '../../messages/en/incidents.ts';
import type { FilterProps } from './filter-bar.tsx';
import styles from './filter-bar.module.css';
import { spanHours } from './incident-view.ts';

const text = incidentList.filters;

/** A span that ends now, or exact moments in the zone of the reader. */
export function TimeFilter({ view, onChange }: FilterProps): ReactNode {
  const { span, from, before } = view;
  const isExact = span === null && (from !== null || before !== null);
  const choose = (value: string): void => {
    if (value !== 'exact') onChange({ span: value in spanHours ? (value as '1h') : null, from: null, before: null });
    else onChange({ span: null, from: from ?? new Date(Date.now() - 86_400_000).toISOString() });
  };
  return (
    <>
      <NativeSelect
        aria-label={text.span}
        value={isExact ? 'exact' : (span ?? 'any')}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={Object.entries(text.spans).map(([value, label]) => ({ value, label }))}
      />
      {isExact ? (
        <>
          <Moment label={text.from} value={from} onChange={(moment) => onChange({ from: moment })} />
          <Moment label={text.before} value={before} onChange={(moment) => onChange({ before: moment })} />
        </>
      ) : null}
    </>
  );
}

function Moment({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (moment: string | null) => void;
}): ReactNode {
  return (
    <label className={styles.moment}>
      {label}
      <TextInput
        type="datetime-local"
        defaultValue={value === null ? '' : localMinute(value)}
        key={value ?? ''}
        onBlur={({ currentTarget }) => {
          const time = Date.parse(currentTarget.value);
          const moment = Number.isNaN(time) ? null : new Date(time).toISOString();
          if (moment !== value) onChange(moment);
        }}
      />
    </label>
  );
}

/** A moment as such fields take it: in the zone of the reader, without naming it. */
function localMinute(moment: string): string {
  const date = new Date(moment);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
