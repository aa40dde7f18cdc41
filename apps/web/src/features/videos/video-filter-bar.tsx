import { Button, Checkbox, NativeSelect, Text, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { videos } from '../../messages/en/videos.ts';
import styles from './video-filter-bar.module.css';
import { isNarrowed, noFilters, spanDays, type VideoFilters } from './video-filters.ts';

const text = videos.filters;
/** A pause in typing after which the list follows, milliseconds. */
const typingMs = 300;

/** Narrows the list of videos; the address holds what is chosen. */
export function VideoFilterBar({
  filters,
  count,
  onChange,
}: {
  readonly filters: VideoFilters;
  /** How many there are, in words; null while that is not known. */
  readonly count: string | null;
  readonly onChange: (changed: Partial<VideoFilters>) => void;
}): ReactNode {
  return (
    <search className={styles.bar} aria-label={text.label}>
      <TypedText label={text.text} value={filters.text} onChange={(typed) => onChange({ text: typed })} />
      <TypedText label={text.source} value={filters.source} onChange={(typed) => onChange({ source: typed })} />
      <NativeSelect
        label={text.since}
        value={filters.since}
        data={(Object.keys(spanDays) as VideoFilters['since'][]).map((value) => ({ value, label: text.spans[value] }))}
        onChange={({ currentTarget }) => onChange({ since: currentTarget.value as VideoFilters['since'] })}
      />
      <NativeSelect
        label={text.order}
        value={filters.order}
        data={(['newest', 'oldest'] as const).map((value) => ({ value, label: text.orders[value] }))}
        onChange={({ currentTarget }) => onChange({ order: currentTarget.value as VideoFilters['order'] })}
      />
      <Checkbox
        className={styles.box}
        label={text.mine}
        checked={filters.mine}
        onChange={({ currentTarget }) => onChange({ mine: currentTarget.checked })}
      />
      {isNarrowed(filters) ? (
        <Button className={styles.box} variant="subtle" size="compact-md" onClick={() => onChange(noFilters)}>
          {text.reset}
        </Button>
      ) : null}
      <Text className={styles.count} size="sm" c="dimmed" role="status">
        {count}
      </Text>
    </search>
  );
}

/** A field of which the value counts when typing has paused. */
function TypedText({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    // the address was changed by something else, such as going back
    setKnown(value);
    setTyped(value);
  }
  const tell = useEffectEvent(() => {
    if (typed !== value) onChange(typed);
  });
  useEffect(() => {
    const timer = setTimeout(tell, typingMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return <TextInput label={label} value={typed} type="search" onChange={({ currentTarget }) => setTyped(currentTarget.value)} />;
}
