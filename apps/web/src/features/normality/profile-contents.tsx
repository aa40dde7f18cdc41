import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Facts } from '../../components/facts.tsx';
import { Panel } from '../../components/panel.tsx';
import { type Column, RecordTable } from '../../components/record-table.tsx';
import { duration } from '../../lib/format/media-time.ts';
import { bytesText, numberText, percentText } from '../../lib/format/quantities.ts';
import { normality } from '../../messages/en/normality.ts';
import type { Profile } from './normality-queries.ts';

const text = normality.contents;
const daySeconds = 86_400;

/** What a profile was learned from, and what promises that supports. */
export function ProfileContents({ profile }: { readonly profile: Profile }): ReactNode {
  const { state, revision, sources, calibrationSeconds, sizeBytes, profileVersion } = profile;
  const seconds = sources.reduce((sum, source) => sum + source.seconds, 0);
  const hasLearned = profileVersion !== null;
  return (
    <Panel title={text.title}>
      <Facts
        facts={[
          { label: text.state, value: normality.list.states[state] },
          { label: text.revision, value: hasLearned ? revision : null, unknown: text.none },
          { label: text.footage, value: hasLearned ? duration(seconds) : null, unknown: text.none },
          { label: text.calibration, value: hasLearned ? duration(calibrationSeconds) : null, unknown: text.none },
          {
            label: text.supports,
            value: calibrationSeconds > 0 ? text.supportsText(numberText(daySeconds / calibrationSeconds)) : null,
            unknown: text.none,
          },
          { label: text.size, value: hasLearned ? bytesText(sizeBytes) : null, unknown: text.none },
          { label: text.version, value: profileVersion?.slice(0, 16) ?? null, unknown: text.none },
        ]}
      />
      {calibrationSeconds > 0 ? (
        <Text size="sm" c="dimmed" mt="sm">
          {text.supportsWhy(duration(calibrationSeconds))}
        </Text>
      ) : null}
      {sources.length === 0 ? null : (
        <RecordTable
          caption={text.sources}
          columns={columnsFor(seconds)}
          rows={sources}
          keyOf={(source) => `${sources.indexOf(source)} ${source.name}`}
          minWidth={320}
          maxHeight={360}
        />
      )}
    </Panel>
  );
}

/** @param allSeconds Length of all footage together. */
function columnsFor(allSeconds: number): readonly Column<Profile['sources'][number]>[] {
  return [
    {
      name: text.sourceName,
      isHeading: true,
      cell: ({ id, name }) =>
        id === undefined ? (
          name
        ) : (
          <Anchor component={Link} href={`/videos/${encodeURIComponent(id)}`}>
            {name}
          </Anchor>
        ),
    },
    { name: text.sourceLength, cell: ({ seconds }) => duration(seconds) },
    { name: text.share, cell: ({ seconds }) => (allSeconds > 0 ? percentText(seconds / allSeconds) : '–') },
  ];
}
