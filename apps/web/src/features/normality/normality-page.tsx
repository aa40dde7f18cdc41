import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { useMay } from '../../app/session.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { normality as text } from '../../messages/en/normality.ts';
import { BudgetPlot } from './budget-plot.tsx';
import { useProfilesFresh } from './normality-queries.ts';
import { ProfileList } from './profile-list.tsx';
import { TeachForm } from './teach-form.tsx';

/** What is normal: the profiles, and how promises about alarms were kept. */
function NormalityPage(): ReactNode {
  const [, navigate] = useLocation();
  const [isLearning, setLearning] = useState(false);
  const mayLearn = useMay('operator');
  useProfilesFresh();
  const learnButton =
    mayLearn && !isLearning ? (
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setLearning(true)}>
        {text.learn}
      </Button>
    ) : null;
  return (
    <>
      <PageHeader title={text.title}>{learnButton}</PageHeader>
      {isLearning ? (
        <Panel title={text.teach.newTitle}>
          <TeachForm
            profile={null}
            mode="new"
            onDone={(id) => navigate(`/normality/${id}`)}
            onCancel={() => setLearning(false)}
          />
        </Panel>
      ) : null}
      <ProfileList />
      <BudgetPlot />
    </>
  );
}

export default NormalityPage;
