import type { Schedule } from '@vigil/contracts';
import { Checkbox, Group, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { notifications } from '../../../messages/en/notifications.ts';

const text = notifications.form;

/** Days and hours in which a rule holds. */
export function ScheduleFields({
  schedule,
  onChange,
}: {
  readonly schedule: Schedule;
  readonly onChange: (schedule: Schedule) => void;
}): ReactNode {
  return (
    <>
      <Checkbox.Group
        label={text.days}
        error={schedule.days.length === 0 ? text.noDays : null}
        value={schedule.days.map(String)}
        onChange={(days) => onChange({ ...schedule, days: days.map(Number).toSorted((one, other) => one - other) })}
      >
        <Group gap="sm" mt={6}>
          {text.dayNames.map((name, index) => (
            <Checkbox key={name} value={String(index + 1)} label={name} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group align="end">
        <TextInput
          type="time"
          label={text.from}
          required
          value={schedule.from}
          onChange={({ currentTarget }) => onChange({ ...schedule, from: currentTarget.value })}
        />
        <TextInput
          type="time"
          label={text.until}
          required
          value={schedule.to}
          onChange={({ currentTarget }) => onChange({ ...schedule, to: currentTarget.value })}
        />
        <TextInput
          label={text.zone}
          required
          value={schedule.timeZone}
          onChange={({ currentTarget }) => onChange({ ...schedule, timeZone: currentTarget.value })}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {text.overnight}
      </Text>
    </>
  );
}
