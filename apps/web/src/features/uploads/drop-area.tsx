import { IconUpload } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { readDrop } from '../../lib/uploads/pick-files.ts';
import { useUploads } from '../../lib/uploads/upload-context.tsx';
import { uploads as text } from '../../messages/en/uploads.ts';
import styles from './drop-area.module.css';

/** The whole window takes files that are dropped. */
export function DropArea(): ReactNode {
  const { offer } = useUploads();
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent(async (transfer: DataTransfer) => {
    setOver(false);
    const picked = await readDrop(transfer.items);
    if (picked.files.length > 0 || picked.leftOut > 0) offer(picked);
  });
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      // leaving one part of the page for another has a target that is entered
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      void drop(event.dataTransfer);
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className={styles.area} role="status">
      <div className={styles.hint}>
        <IconUpload size={40} stroke={1.5} aria-hidden />
        {text.drop}
      </div>
    </div>
  );
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
