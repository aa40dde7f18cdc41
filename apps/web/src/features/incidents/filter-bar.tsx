import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { usePeople } from '../../lib/users/use-people.ts';
import { incidentList } from '../../messages/en/incidents.ts';
import { messages } from '../../messages/index.ts';
import styles from './filter-bar.module.css';
import { filterCount, type IncidentView, withoutFilters } from './incident-view.ts';
import { Switch } from './switch-button.tsx';
import { TimeFilter } from './time-filter.tsx';
import type { IncidentCounts } from './use-incident-counts.ts';
import { useLateText } from './use-late-text.ts';
import { useSources } from './use-sources.ts';

const text = incidentList.filters;
const { kinds, severities } = messages.incidentWords;
const severityOrder = ['critical', 'warning', 'info'] as const;

/** What every filter gets. */
export interface FilterProps {
  readonly view: IncidentView;
  readonly onChange: (change: Partial<IncidentView>) => void;
}

/** All filters; on narrow windows behind a button, so that the incidents are seen first. */
export function FilterBar({ view, counts, onChange }: FilterProps & { readonly counts: IncidentCounts | undefined }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const count = filterCount(view);
  return (
    <search className={styles.bar} aria-label={text.title}>
      <Button
        className={styles.opener}
        variant="default"
        size="sm"
        leftSection={<IconFilter size={16} aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {text.shown(count)}
      </Button>
      <div className={styles.fields} data-open={isOpen}>
        <TextFilter view={view} onChange={onChange} />
        <TimeFilter view={view} onChange={onChange} />
        <NativeSelect
          aria-label={text.severity}
          value={view.severity ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ severity: value === '' ? null : (value as 'info') })}
          data={[
            { value: '', label: text.anySeverity },
            ...severityOrder.map((severity) => {
              const known = counts?.bySeverity[severity];
              const suffix = known === undefined ? '' : ` (${incidentList.count(known.count, known.more)})`;
              return { value: severity, label: `${severities[severity]}${suffix}` };
            }),
          ]}
        />
        <NativeSelect
          aria-label={text.kind}
          value={view.kind ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ kind: value === '' ? null : (value as 'pose.fall') })}
          data={[
            { value: '', label: text.anyKind },
            ...Object.entries(kinds)
              .map(([value, label]) => ({ value, label }))
              .toSorted((a, b) => a.label.localeCompare(b.label)),
          ]}
        />
        <SourceFilter view={view} onChange={onChange} />
        <AssigneeFilter view={view} onChange={onChange} />
        <TagFilter view={view} onChange={onChange} />
        <Switch isOn={view.reviewed === false} onSwitch={(isOn) => onChange({ reviewed: isOn ? false : null })}>
          {text.notReviewed}
        </Switch>
        <Switch isOn={view.held === true} onSwitch={(isOn) => onChange({ held: isOn ? true : null })}>
          {text.held}
        </Switch>
        {view.videoId === null ? null : (
          <Switch isOn onSwitch={() => onChange({ videoId: null })}>
            {text.oneVideo}
          </Switch>
        )}
        {count === 0 ? null : (
          <Button
            variant="subtle"
            size="sm"
            leftSection={<IconX size={16} aria-hidden />}
            onClick={() => onChange(withoutFilters(view))}
          >
            {text.reset}
          </Button>
        )}
      </div>
    </search>
  );
}

function TextFilter({ view, onChange }: FilterProps): ReactNode {
  const [typed, type] = useLateText(view.text ?? '', (words) => onChange({ text: words === '' ? null : words }));
  return (
    <TextInput
      type="search"
      className={styles.text}
      aria-label={text.text}
      placeholder={text.textHint}
      maxLength={200}
      value={typed}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}

function TagFilter({ view, onChange }: FilterProps): ReactNode {
  const [typed, type] = useLateText(view.tag ?? '', (tag) => onChange({ tag: tag === '' ? null : tag }));
  return (
    <TextInput
      className={styles.tag}
      aria-label={text.tag}
      placeholder={text.tagHint}
      maxLength={50}
      value={typed}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}

function SourceFilter({ view, onChange }: FilterProps): ReactNode {
  const sources = useSources();
  const { sourceId } = view;
  const isKnown = sourceId === null || sources.some(({ id }) => id === sourceId);
  return (
    <NativeSelect
      className={styles.source}
      aria-label={text.source}
      value={sourceId ?? ''}
      onChange={({ currentTarget: { value } }) => onChange({ sourceId: value === '' ? null : value })}
      data={[
        { value: '', label: text.anySource },
        ...(isKnown ? [] : [{ value: sourceId, label: sourceId }]),
        ...sources.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

function AssigneeFilter({ view, onChange }: FilterProps): ReactNode {
  const people = usePeople();
  const { assignedTo } = view;
  const isKnown = assignedTo === null || assignedTo === 'me' || people.some(({ id }) => id === assignedTo);
  return (
    <NativeSelect
      aria-label={text.assigned}
      value={assignedTo ?? ''}
      onChange={({ currentTarget: { value } }) => onChange({ assignedTo: value === '' ? null : value })}
      data={[
        { value: '', label: text.anybody },
        { value: 'me', label: text.me },
        ...(isKnown ? [] : [{ value: assignedTo, label: text.former(assignedTo) }]),
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
