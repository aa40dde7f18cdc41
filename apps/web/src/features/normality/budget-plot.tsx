import { Group, NativeSelect, Skeleton, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { Empty } from '../../components/empty.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { duration } from '../../lib/format/media-time.ts';
import { numberText } from '../../lib/format/quantities.ts';
import { normality } from '../../messages/en/normality.ts';
import styles from './budget-plot.module.css';
import { type BudgetRow, budgetRows } from './budget-row.ts';
import { useBudgets } from './normality-queries.ts';

const text = normality.budgets;
const usualDays = '30';

/** What each source was promised and what it got. */
export function BudgetPlot(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('days') ?? usualDays;
  const days = Object.hasOwn(text.spans, asked) ? asked : usualDays;
  const { data, error, refetch } = useBudgets(Number(days));
  const rows = data === undefined ? [] : budgetRows(data.sources);
  return (
    <Panel
      title={text.title}
      actions={
        <NativeSelect
          size="xs"
          aria-label={text.span}
          data={Object.entries(text.spans).map(([value, label]) => ({ value, label }))}
          value={days}
          onChange={({ currentTarget }) => setSearch(currentTarget.value === usualDays ? {} : { days: currentTarget.value })}
        />
      }
    >
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="dimmed">
          {text.text}
        </Text>
        <Group gap="md" aria-hidden>
          {(['within', 'above', 'short'] as const).map((verdict) => (
            <span key={verdict} className={styles.key} data-what={verdict}>
              {text.key[verdict]}
            </span>
          ))}
          <span className={styles.key} data-what="promised">
            {text.promised}
          </span>
        </Group>
      </Group>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton h={160} /> : null}
      {data?.sources.length === 0 ? (
        <Empty icon={IconScale} title={text.none}>
          {text.noneText}
        </Empty>
      ) : null}
      <ul className={styles.plot}>
        {rows.map((row) => (
          <PlotRow key={row.sourceId} row={row} />
        ))}
      </ul>
      {data?.complete === false ? <Text size="sm">{text.incomplete}</Text> : null}
    </Panel>
  );
}

function PlotRow({ row }: { readonly row: BudgetRow }): ReactNode {
  const { sourceName, promisedPerDay, achievedPerDay, promisedShare, achievedShare, analysedSeconds, incidents, verdict } = row;
  const promised = numberText(promisedPerDay);
  const achieved = numberText(achievedPerDay);
  const words =
    verdict === 'within'
      ? text.within
      : verdict === 'short'
        ? text.short
        : text.above(numberText(achievedPerDay / promisedPerDay));
  return (
    <li>
      <div className={styles.head}>
        <strong>{sourceName}</strong>
        <span>
          {achieved} / {promised}
        </span>
      </div>
      <div role="img" aria-label={text.row(sourceName, promised, achieved)} className={styles.track}>
        <span className={styles.achieved} data-verdict={verdict} style={{ width: `${achievedShare * 100}%` }} />
        <span className={styles.promised} style={{ left: `${promisedShare * 100}%` }} />
      </div>
      <Text size="xs" c="dimmed">
        {words} · {text.footage(duration(analysedSeconds), incidents)}
      </Text>
    </li>
  );
}
