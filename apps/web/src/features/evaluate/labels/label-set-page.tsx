import { Anchor, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { Problem } from '../../../components/problem.tsx';
import { evaluate } from '../../../messages/en/evaluate.ts';
import { useLabelSet } from './label-queries.ts';
import { LabelSetEditor } from './label-set-editor.tsx';

/** One label set: its clips, and what was marked in them. */
function LabelSetPage(): ReactNode {
  const { id = '' } = useParams();
  const { data: set, error, refetch } = useLabelSet(id);
  if (set === undefined) return error === null ? <Skeleton h={400} /> : <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Anchor component={Link} href="/evaluate" size="sm">
        <IconArrowLeft size={14} aria-hidden /> {evaluate.labels.back}
      </Anchor>
      <LabelSetEditor set={set} />
    </>
  );
}

export default LabelSetPage;
