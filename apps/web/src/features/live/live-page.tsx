import { Alert, Button, VisuallyHidden } from '@mantine/core';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../app/session.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StopEverything } from '../../components/stop-everything.tsx';
import { useFeedState } from '../../lib/feed/feed-context.tsx';
import { useKeys } from '../../lib/keys/key-bindings.tsx';
import { live as text } from '../../messages/en/live.ts';
import { messages } from '../../messages/index.ts';
import { ArrivalList } from './arrival-list.tsx';
import styles from './live-page.module.css';
import { SnoozeBar } from './snooze-bar.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useLiveJobs } from './use-live-jobs.ts';
import { useSnoozes } from './use-snoozes.ts';
import { type Sound, useSound } from './use-sound.ts';
import { WorkWall } from './work-wall.tsx';

/** What happens now: analyses at work, and incidents the moment they are decided. It follows the feed; nothing has to be loaded again. */
function LivePage(): ReactNode {
  const mayManage = useMay('operator');
  const sound = useSound();
  const snoozes = useSnoozes();
  const [announced, setAnnounced] = useState('');
  const list = useArrivals(({ severity, sourceId, title, sourceName }) => {
    if (snoozes.isSnoozed(sourceId)) return;
    sound.play(severity);
    setAnnounced(text.feed.announced(messages.incidentWords.severities[severity], title, sourceName));
  });
  const { jobs, query } = useLiveJobs();
  const { arrivals, acknowledge, pause } = list;
  const newest = arrivals.shown.find(({ reviewed }) => !reviewed);
  useKeys(text.keys, [
    {
      keys: 'a',
      label: text.feed.acknowledgeNewest,
      run: () => {
        if (newest !== undefined) acknowledge.mutate({ id: newest.id, reviewed: true });
      },
    },
    { keys: 'p', label: arrivals.isPaused ? text.feed.resume : text.feed.pause, run: () => pause(!arrivals.isPaused) },
    {
      keys: 'm',
      label: sound.state === 'off' ? text.sound.switchOn : text.sound.switchOff,
      run: () => sound.setOn(sound.state === 'off'),
    },
  ]);
  return (
    <>
      <PageHeader title={text.title}>
        <ConnectionState />
        <SoundSwitch sound={sound} />
        {mayManage ? <StopEverything /> : null}
      </PageHeader>
      <VisuallyHidden role="status">{announced}</VisuallyHidden>
      <StaleNote />
      <SoundNote sound={sound} />
      <SnoozeBar snoozes={snoozes} />
      <div className={styles.columns}>
        <WorkWall jobs={jobs} query={query} arrivals={arrivals} />
        <ArrivalList list={list} snoozes={snoozes} />
      </div>
    </>
  );
}

export default LivePage;

function ConnectionState(): ReactNode {
  const state = useFeedState();
  return (
    <span className={styles.connection} data-state={state} role="status">
      {messages.shell.feed[state]}
    </span>
  );
}

/** Where nothing is heard from the feed, what is shown must not pass for what is. */
function StaleNote(): ReactNode {
  const state = useFeedState();
  if (state === 'live' || state === 'connecting') return null;
  return (
    <Alert color="red" role="alert" mb="md">
      {text.stale}
    </Alert>
  );
}

function SoundSwitch({ sound: { state, setOn } }: { readonly sound: Sound }): ReactNode {
  const isOff = state === 'off';
  const Icon = state === 'on' ? IconVolume : IconVolumeOff;
  return (
    <Button
      variant="default"
      aria-pressed={!isOff}
      leftSection={<Icon size={18} aria-hidden />}
      disabled={state === 'unavailable'}
      onClick={() => setOn(isOff)}
    >
      {isOff ? text.sound.off : text.sound.on}
    </Button>
  );
}

function SoundNote({ sound: { state, setOn } }: { readonly sound: Sound }): ReactNode {
  if (state !== 'blocked' && state !== 'unavailable') return null;
  return (
    <Alert color="yellow" role="alert" mb="md">
      {text.sound[state]}{' '}
      {state === 'blocked' ? (
        <Button size="compact-sm" variant="default" onClick={() => setOn(true)}>
          {text.sound.allow}
        </Button>
      ) : null}
    </Alert>
  );
}
