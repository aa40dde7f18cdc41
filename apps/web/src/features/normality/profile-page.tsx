import { Alert, Anchor, Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'wouter';
import { useMay } from '../../app/session.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { Outcome } from '../../components/outcome.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { api } from '../../lib/api/api-client.ts';
import { useProfileRecord } from '../../lib/queries/record-queries.ts';
import { normality as text } from '../../messages/en/normality.ts';
import { Corrections } from './corrections.tsx';
import { useLearningJob, useProfilesFresh } from './normality-queries.ts';
import { ProfileContents } from './profile-contents.tsx';
import { ProfileTools } from './profile-tools.tsx';
import { Revisions } from './revisions.tsx';
import { TeachForm } from './teach-form.tsx';

/** One profile: what it rests on, teaching it, and going back. */
function ProfilePage(): ReactNode {
  const { id = '' } = useParams();
  const { data: profile, error, refetch } = useProfileRecord(id);
  const [teaching, setTeaching] = useState<'extend' | 'relearn' | null>(null);
  const job = useLearningJob(id);
  const mayManage = useMay('operator');
  useProfilesFresh();
  const cancel = useMutation({
    mutationFn: (jobId: string) => api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id: jobId } } }),
  });
  if (profile === undefined)
    return error === null ? <Skeleton h={400} /> : <Problem error={error} onRetry={() => void refetch()} />;
  const mayTeach = mayManage && profile.state !== 'learning';
  return (
    <>
      <Anchor component={Link} href="/normality" size="sm">
        <IconArrowLeft size={14} aria-hidden /> {text.page.back}
      </Anchor>
      <PageHeader title={profile.name}>
        {mayTeach && teaching === null ? (
          <>
            <Button onClick={() => setTeaching('extend')}>{text.teach.extend}</Button>
            <Button variant="default" onClick={() => setTeaching('relearn')}>
              {text.teach.relearn}
            </Button>
          </>
        ) : null}
        <ProfileTools profile={profile} mayManage={mayManage} />
      </PageHeader>
      {job === undefined ? null : (
        <Panel
          title={text.page.learning}
          actions={
            mayManage && !job.cancelRequested ? (
              <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
                {text.page.cancelLearning}
              </Button>
            ) : null
          }
        >
          <JobProgress job={job} label={text.page.learning} />
          <Outcome of={cancel} />
        </Panel>
      )}
      {profile.problem === null ? null : (
        <Alert color="red" title={text.page.problem} mb="md">
          {profile.problem}
        </Alert>
      )}
      {teaching === null ? null : (
        <Panel title={teaching === 'extend' ? text.teach.extendTitle(profile.name) : text.teach.relearnTitle(profile.name)}>
          <TeachForm
            key={teaching}
            profile={profile}
            mode={teaching}
            onDone={() => setTeaching(null)}
            onCancel={() => setTeaching(null)}
          />
        </Panel>
      )}
      <ProfileContents profile={profile} />
      <Revisions profile={profile} mayUndo={mayTeach} />
      <Corrections profile={profile} mayApply={mayTeach} />
    </>
  );
}

export default ProfilePage;
