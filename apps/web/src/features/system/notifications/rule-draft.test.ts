import { expect, it } from 'vitest';
import { draftOfRule, ruleOfDraft } from './rule-draft.ts';

const draft = { ...draftOfRule(null, 'Europe/Berlin'), name: ' Gate ', address: ' https://example.org/hook ' };

it('a new rule has the usual values, and where it sends to', () => {
  expect(ruleOfDraft(draft)).toEqual({
    name: 'Gate',
    leastSeverity: 'warning',
    kinds: [],
    sourceIds: [],
    coolDownSeconds: 60,
    schedule: null,
    target: { channel: 'webhook', url: 'https://example.org/hook' },
  });
});

it('recipients and sources are taken apart at commas, blanks and semicolons', () => {
  const mail = {
    ...draft,
    channel: 'email' as const,
    address: 'a@example.org, b@example.org;c@example.org',
    sources: 'gate,\nyard',
  };
  expect(ruleOfDraft(mail)).toMatchObject({
    target: { channel: 'email', to: ['a@example.org', 'b@example.org', 'c@example.org'] },
    sourceIds: ['gate', 'yard'],
  });
});

it('this browser is no target before it was asked', () => {
  expect(ruleOfDraft({ ...draft, channel: 'web-push' })).not.toHaveProperty('target');
});

it('a rule that is edited keeps its target unless another is given, and its schedule', () => {
  const schedule = { timeZone: 'UTC', days: [6, 7], from: '00:00', to: '23:59' };
  const edited = draftOfRule(
    {
      id: 'r-1',
      version: 3,
      createdAt: '2026-11-01T00:00:00.000Z',
      updatedAt: '2026-11-01T00:00:00.000Z',
      name: 'Nights',
      enabled: true,
      target: { channel: 'email', address: 'a@example.org' },
      leastSeverity: 'critical',
      kinds: ['pose.fall'],
      sourceIds: ['gate'],
      schedule,
      coolDownSeconds: 5,
      snoozedUntil: null,
      ownerId: 'u-1',
    },
    'UTC',
  );
  const asked = ruleOfDraft(edited);
  expect(asked).toMatchObject({ name: 'Nights', schedule, kinds: ['pose.fall'], sourceIds: ['gate'], coolDownSeconds: 5 });
  expect(asked).not.toHaveProperty('target');
});
