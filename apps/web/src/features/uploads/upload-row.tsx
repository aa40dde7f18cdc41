import { ActionIcon, Progress } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { api } from '../../lib/api/api-client.ts';
import { duration } from '../../lib/format/media-time.ts';
import { bytesText } from '../../lib/format/quantities.ts';
import { useUploads } from '../../lib/uploads/upload-context.tsx';
import type { UploadItem } from '../../lib/uploads/upload-item.ts';
import { uploads as text } from '../../messages/en/uploads.ts';
import { InterruptedUpload } from './interrupted-upload.tsx';
import { UploadedAnalysis } from './uploaded-analysis.tsx';
import styles from './upload-dock.module.css';

/** One upload: how far it is, what is wrong with it, and what can be done. */
export function UploadRow({ item }: { readonly item: UploadItem }): ReactNode {
  const { name, folder, phase, problem, sizeBytes, sentBytes, videoId, wishes } = item;
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <span className={styles.name} title={folder === '' ? name : `${folder}/${name}`}>
          {name}
        </span>
        <RowButtons item={item} />
      </div>
      {phase === 'done' ? null : (
        <>
          <Progress.Root size="xs">
            <Progress.Section
              value={sizeBytes === 0 ? 0 : (100 * sentBytes) / sizeBytes}
              aria-label={name}
              color={phase === 'failed' ? 'red' : phase === 'sending' ? 'blue' : 'gray'}
            />
          </Progress.Root>
          <StateLine item={item} />
        </>
      )}
      {problem === null ? null : (
        <div role="alert">
          <div className={styles.problem}>{text.problems[problem.code] ?? text.otherProblem}</div>
          {problem.message === null ? null : <div className={styles.said}>{problem.message}</div>}
        </div>
      )}
      {phase === 'interrupted' ? <InterruptedUpload item={item} /> : null}
      {phase === 'done' && videoId !== null ? <UploadedAnalysis videoId={videoId} isAsked={wishes.analyse} /> : null}
    </li>
  );
}

function StateLine({ item: { phase, sizeBytes, sentBytes, bytesPerSecond } }: { readonly item: UploadItem }): ReactNode {
  const hasArrived = phase === 'sending' && sentBytes === sizeBytes;
  const figures = [
    text.sent(bytesText(sentBytes), bytesText(sizeBytes)),
    ...(bytesPerSecond === null || hasArrived ? [] : [text.rate(bytesText(bytesPerSecond))]),
    ...(bytesPerSecond === null || bytesPerSecond === 0 || hasArrived
      ? []
      : [text.left(duration((sizeBytes - sentBytes) / bytesPerSecond))]),
  ];
  return (
    <div className={styles.state}>
      <span>{hasArrived ? text.checking : text.phases[phase]}</span>
      <span>{figures.join(' · ')}</span>
    </div>
  );
}

function RowButtons({ item: { id, name, phase } }: { readonly item: UploadItem }): ReactNode {
  const { queue, storage } = useUploads();
  const giveUp = (): void => {
    const fingerprint = queue.fingerprintOf(id);
    const url = storage.entries(Date.now()).find((entry) => entry.fingerprint === fingerprint)?.uploadUrl;
    if (phase === 'interrupted' && fingerprint !== null && url !== undefined) {
      storage.forget(fingerprint);
      // what cannot be removed now, the server removes after two days
      void api.DELETE('/api/v1/uploads/{id}', uploadRequest(url)).catch(() => undefined);
    }
    void queue.remove(id).catch(() => undefined);
  };
  const canPause = phase === 'sending' || phase === 'waiting' || phase === 'reconnecting';
  return (
    <>
      {canPause ? <RowButton label={text.pause(name)} icon={IconPlayerPause} onClick={() => queue.pause(id)} /> : null}
      {phase === 'paused' ? <RowButton label={text.resume(name)} icon={IconPlayerPlay} onClick={() => queue.resume(id)} /> : null}
      {phase === 'failed' ? <RowButton label={text.retry(name)} icon={IconRefresh} onClick={() => queue.resume(id)} /> : null}
      <RowButton label={(phase === 'done' ? text.dismiss : text.cancel)(name)} icon={IconX} onClick={giveUp} />
    </>
  );
}

function uploadRequest(url: string) {
  const id = url.split('/').at(-1) ?? '';
  return { params: { path: { id }, header: { 'Tus-Resumable': '1.0.0' } } } as const;
}

function RowButton({
  label,
  icon: Icon,
  onClick,
}: {
  readonly label: string;
  readonly icon: typeof IconX;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick}>
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
