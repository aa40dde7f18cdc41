import { Anchor, Badge, Group, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconSearchOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { Empty } from '../../components/empty.tsx';
import { IncidentRow } from '../../components/incident-row.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { momentText } from '../../lib/format/moments.ts';
import { search as text } from '../../messages/en/search.ts';
import { messages } from '../../messages/index.ts';
import { LikeThis } from './like-this.tsx';
import { type Interpretation, interpretQuery } from './interpret-query.ts';

const shownIncidents = 30;
const shownVideos = 10;
/** Typing goes on for so long before it is looked for. */
const settleMs = 250;

/** One box for everything that is stored. The query is in the address. */
function SearchPage(): ReactNode {
  const [parameters, setParameters] = useSearchParams();
  const [typed, setTyped] = useState(parameters.get('q') ?? '');
  const [query] = useDebouncedValue(typed.trim(), settleMs);
  const like = parameters.get('like');
  return (
    <Stack maw={960} mx="auto">
      <PageHeader title={text.title} />
      <search>
        <TextInput
          autoFocus
          type="search"
          size="md"
          aria-label={text.label}
          placeholder={text.label}
          description={text.hint}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            setParameters(value.trim() === '' ? {} : { q: value }, { replace: true });
          }}
        />
      </search>
      {query === '' && like !== null ? (
        <LikeThis id={like} />
      ) : query === '' ? (
        <Empty icon={IconSearch} title={text.start}>
          {text.startText}
        </Empty>
      ) : (
        <Results key={query} query={query} />
      )}
    </Stack>
  );
}

function Results({ query }: { readonly query: string }): ReactNode {
  // the moment at which it is looked for: “last hour” must not be another question at every turn
  const [now] = useState(() => new Date());
  const meaning = interpretQuery(query, now);
  const incidents = useQuery({
    queryKey: ['incident', 'list', 'search', query, now.getTime()],
    queryFn: async () =>
      await bodyOf(api.GET('/api/v1/incidents', { params: { query: { limit: shownIncidents, ...filterOf(meaning) } } })),
    placeholderData: keepPreviousData,
  });
  const videos = useQuery({
    queryKey: ['video', 'list', 'search', query],
    enabled: meaning.text !== '',
    queryFn: async () =>
      await bodyOf(api.GET('/api/v1/videos', { params: { query: { limit: shownVideos, text: meaning.text } } })),
    placeholderData: keepPreviousData,
  });
  const foundVideos = meaning.text === '' ? [] : videos.data?.items;
  if (incidents.data?.items.length === 0 && foundVideos?.length === 0)
    return (
      <>
        <Meaning meaning={meaning} />
        <Empty icon={IconSearchOff} title={text.nothing}>
          {text.nothingText(query)}
        </Empty>
      </>
    );
  return (
    <>
      <Meaning meaning={meaning} />
      <section aria-labelledby="found-incidents" aria-busy={incidents.isFetching}>
        <Title order={2} size="h4" id="found-incidents" mb="xs">
          {text.incidents}
        </Title>
        {incidents.error === null ? null : <Problem error={incidents.error} onRetry={() => void incidents.refetch()} />}
        {incidents.isPending ? <Skeleton height={160} /> : null}
        {incidents.data?.items.length === 0 ? <Text c="dimmed">{text.noIncidents}</Text> : null}
        {incidents.data?.items.map((incident) => (
          <IncidentRow key={incident.id} incident={incident} />
        ))}
        {incidents.data?.nextCursor ? (
          <Anchor component={Link} href={`/incidents?${new URLSearchParams({ status: 'all', ...filterOf(meaning) }).toString()}`}>
            {text.more}
          </Anchor>
        ) : null}
      </section>
      {meaning.text === '' ? null : (
        <section aria-labelledby="found-videos" aria-busy={videos.isFetching}>
          <Title order={2} size="h4" id="found-videos" mb="xs">
            {text.videos}
          </Title>
          {videos.error === null ? null : <Problem error={videos.error} onRetry={() => void videos.refetch()} />}
          {videos.data?.items.length === 0 ? <Text c="dimmed">{text.noVideos}</Text> : null}
          <Stack gap="xs">
            {videos.data?.items.map(({ id, name, createdAt }) => (
              <Paper key={id} withBorder p="sm" component={Link} href={`/videos/${encodeURIComponent(id)}`}>
                <Group justify="space-between">
                  <Text fw={600}>{name}</Text>
                  <Text size="sm" c="dimmed">
                    {momentText(createdAt)}
                  </Text>
                </Group>
              </Paper>
            ))}
          </Stack>
        </section>
      )}
    </>
  );
}

/** How the query was understood, so that nobody wonders about what is missing. */
function Meaning({ meaning: { kind, severity, status, span, text: words } }: { readonly meaning: Interpretation }): ReactNode {
  const names = messages.incidentWords;
  const parts = [
    kind === null ? null : text.as.kind(names.kinds[kind]),
    severity === null ? null : text.as.severity(names.severities[severity]),
    status === null ? null : text.as.status(names.statuses[status]),
    span === null ? null : text.as.time(`${momentText(span.from)} – ${momentText(span.before)}`),
    words === '' ? null : text.as.text(words),
  ].filter((part) => part !== null);
  return (
    <Group gap="xs" role="status">
      <Text size="sm" c="dimmed">
        {text.understood}
      </Text>
      {parts.map((part) => (
        <Badge key={part} variant="default" tt="none">
          {part}
        </Badge>
      ))}
    </Group>
  );
}

/** The filter of the list of incidents that a meaning stands for. */
function filterOf({ kind, severity, status, span, text: words }: Interpretation) {
  return {
    ...(kind === null ? {} : { kind }),
    ...(severity === null ? {} : { severity }),
    ...(status === null ? {} : { status }),
    ...(span === null ? {} : { from: span.from.toISOString(), before: span.before.toISOString() }),
    ...(words === '' ? {} : { text: words }),
  };
}

export default SearchPage;
