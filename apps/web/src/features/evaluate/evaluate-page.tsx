import type { ReactNode } from 'react';
import { useMay } from '../../app/session.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { evaluate } from '../../messages/en/evaluate.ts';
import { EvaluationList } from './evaluation-list.tsx';
import { useEvaluationsFresh } from './evaluation-queries.ts';
import { LabelSets } from './labels/label-sets.tsx';
import { StartEvaluation } from './start-evaluation.tsx';

/** Measuring how well events are found, and whether a change made it worse. */
function EvaluatePage(): ReactNode {
  useEvaluationsFresh();
  const mayStart = useMay('operator');
  return (
    <>
      <PageHeader title={evaluate.title} />
      {mayStart ? <StartEvaluation /> : null}
      <EvaluationList />
      <LabelSets />
    </>
  );
}

export default EvaluatePage;
