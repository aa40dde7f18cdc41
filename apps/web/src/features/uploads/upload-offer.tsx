import { Alert, Button, Group, Modal, NumberInput, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { bytesText } from '../../lib/format/quantities.ts';
import { useSettings } from '../../lib/queries/settings-query.ts';
import type { PickedFiles } from '../../lib/uploads/pick-files.ts';
import { useUploads } from '../../lib/uploads/upload-context.tsx';
import { noWishes, type UploadWishes } from '../../lib/uploads/upload-wishes.ts';
import { uploads } from '../../messages/en/uploads.ts';
import { isSourceId } from './source-id.ts';
import { useKnownSources, useReadyProfiles } from './offer-queries.ts';

const text = uploads.offer;
const shownNames = 5;
const mostBudget = 100_000;

/** Asks how the chosen files are to be taken, and begins. Files of interrupted uploads go on without a question. */
function UploadOffer({ picked }: { readonly picked: PickedFiles }): ReactNode {
  const { queue, offer } = useUploads();
  const fresh = picked.files.filter((chosen) => !queue.isInterrupted(chosen));
  const onlyGoesOn = picked.files.length > 0 && fresh.length === 0;
  useEffect(() => {
    if (!onlyGoesOn) return;
    queue.add(picked.files, noWishes);
    offer(null);
  }, [onlyGoesOn, picked, queue, offer]);
  if (onlyGoesOn) return null;
  const sizeBytes = fresh.reduce((sum, { file }) => sum + file.size, 0);
  const close = (): void => offer(null);
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={fresh.length === 0 ? uploads.upload : text.title(fresh.length, bytesText(sizeBytes))}
      closeButtonProps={{ 'aria-label': text.close }}
    >
      {fresh.length === 0 ? (
        <Stack>
          <Alert color="yellow" role="alert">
            {text.nothing}
          </Alert>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {text.close}
            </Button>
          </Group>
        </Stack>
      ) : (
        <OfferForm
          picked={picked}
          onCancel={close}
          onBegin={(wishes) => {
            queue.add(picked.files, wishes);
            close();
          }}
        />
      )}
    </Modal>
  );
}

export default UploadOffer;

function OfferForm({
  picked: { files, leftOut },
  onCancel,
  onBegin,
}: {
  readonly picked: PickedFiles;
  readonly onCancel: () => void;
  readonly onBegin: (wishes: UploadWishes) => void;
}): ReactNode {
  const sources = useKnownSources();
  const profiles = useReadyProfiles();
  const { data: settings } = useSettings();
  const [source, setSource] = useState('');
  const [analyse, setAnalyse] = useState<boolean | null>(null);
  const [profileId, setProfileId] = useState<string | null>(null);
  const [budget, setBudget] = useState<number | string>('');
  const sourceId = source.trim();
  const isSourceWrong = sourceId !== '' && !isSourceId(sourceId);
  const isBudgetWrong = budget !== '' && !(typeof budget === 'number' && budget > 0 && budget <= mostBudget);
  const isAnalysed = analyse ?? settings?.analyseUploads ?? true;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isSourceWrong || isBudgetWrong) return;
    onBegin({
      sourceId: sourceId === '' ? null : sourceId,
      analyse: isAnalysed,
      profileId: isAnalysed ? profileId : null,
      budget: isAnalysed && typeof budget === 'number' ? budget : null,
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {files
            .slice(0, shownNames)
            .map(({ file }) => file.name)
            .join(', ')}
          {files.length > shownNames ? ` ${text.more(files.length - shownNames)}` : ''}
          {leftOut > 0 ? ` ${text.leftOut(leftOut)}` : ''}
        </Text>
        <TextInput
          label={text.source}
          description={text.sourceHint}
          list="known-sources"
          autoComplete="off"
          data-autofocus
          value={source}
          error={isSourceWrong ? text.sourceWrong : undefined}
          onChange={({ currentTarget }) => setSource(currentTarget.value)}
        />
        <datalist id="known-sources">
          {sources.map((id) => (
            <option key={id} value={id} />
          ))}
        </datalist>
        <Switch label={text.analyse} checked={isAnalysed} onChange={({ currentTarget }) => setAnalyse(currentTarget.checked)} />
        {isAnalysed ? (
          <>
            <Select
              label={text.profile}
              placeholder={text.profileSelf}
              clearable
              data={profiles.map(({ id, name }) => ({ value: id, label: name }))}
              value={profileId}
              onChange={setProfileId}
            />
            <NumberInput
              label={text.budget}
              description={text.budgetHint(settings?.defaultBudgetIncidentsPerDay ?? null)}
              value={budget}
              onChange={setBudget}
              min={0.001}
              max={mostBudget}
              clampBehavior="none"
              error={isBudgetWrong ? text.budgetWrong : undefined}
            />
          </>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {text.cancel}
          </Button>
          <Button type="submit">{text.begin}</Button>
        </Group>
      </Stack>
    </form>
  );
}
