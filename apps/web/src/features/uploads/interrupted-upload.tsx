import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { pickFiles } from '../../lib/uploads/pick-files.ts';
import { fingerprintOf } from '../../lib/uploads/resume-storage.ts';
import { useUploads } from '../../lib/uploads/upload-context.tsx';
import type { UploadItem } from '../../lib/uploads/upload-item.ts';
import { uploads } from '../../messages/en/uploads.ts';

const text = uploads.interruption;

/** Lets an upload go on that was begun before the page was loaded: with the file that the browser knows, or one that is chosen again. */
export function InterruptedUpload({ item: { id, name, folder, wishes, hasHandle } }: { readonly item: UploadItem }): ReactNode {
  const { queue } = useUploads();
  const [problem, setProblem] = useState<keyof typeof text.problems | null>(null);
  const [isAsking, setAsking] = useState(false);
  const goOn = async (): Promise<void> => {
    setAsking(true);
    setProblem(await queue.goOn(id));
    setAsking(false);
  };
  const choose = async (): Promise<void> => {
    const { files } = await pickFiles('files');
    const [chosen] = files;
    if (chosen === undefined) return;
    // the folder is not told when a single file is chosen: it is the one that the upload began with
    const isSame = fingerprintOf(chosen.file, folder) === queue.fingerprintOf(id);
    setProblem(isSame ? null : 'other');
    if (isSame) queue.add([{ ...chosen, folder }], wishes);
  };
  const canGoOn = hasHandle && problem !== 'gone' && problem !== 'other';
  return (
    <>
      <Text size="sm" role={problem === null ? undefined : 'alert'}>
        {problem === null ? (hasHandle ? text.goesOn : text.chooseText) : text.problems[problem](name)}
      </Text>
      <Group gap="xs">
        {canGoOn ? (
          <Button size="compact-sm" loading={isAsking} aria-label={uploads.resume(name)} onClick={() => void goOn()}>
            {text.goOn}
          </Button>
        ) : null}
        <Button size="compact-sm" variant="default" onClick={() => void choose()}>
          {text.choose}
        </Button>
      </Group>
    </>
  );
}
