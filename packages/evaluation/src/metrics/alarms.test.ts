import { describe, expect, it } from 'vitest';
import { detectionDelays, falseAlarmsPerHour, type TimeRange } from './alarms.ts';

const range = (startSeconds: number, endSeconds: number): TimeRange => ({ startSeconds, endSeconds });

describe('detectionDelays', () => {
  it('runs from the first anomalous moment to the first alarm within the event', () => {
    const delays = detectionDelays([
      {
        labelled: [range(10, 20), range(50, 60), range(80, 90)],
        alarms: [range(12, 14), range(15, 16), range(45, 55)],
        durationSeconds: 100,
      },
      { labelled: [range(5, 9)], alarms: [range(6, 7)], durationSeconds: 30 },
    ]);
    expect(delays).toEqual({ delaysSeconds: [2, 0, 1], medianSeconds: 1, meanSeconds: 1, detected: 3, missed: 1 });
  });

  it('has no typical delay where nothing was detected', () => {
    const delays = detectionDelays([{ labelled: [range(1, 2)], alarms: [], durationSeconds: 10 }]);
    expect(delays).toEqual({ delaysSeconds: [], medianSeconds: null, meanSeconds: null, detected: 0, missed: 1 });
  });
});

describe('falseAlarmsPerHour', () => {
  it('counts alarms that meet no event over the normal footage only', () => {
    const clip = {
      labelled: [range(0, 600), range(300, 900)],
      alarms: [range(890, 950), range(1000, 1001), range(1700, 1800)],
      durationSeconds: 1800,
    };
    expect(falseAlarmsPerHour([clip])).toBe(8);
  });

  it('has no value where all footage is anomalous', () => {
    expect(falseAlarmsPerHour([{ labelled: [range(0, 10)], alarms: [], durationSeconds: 10 }])).toBeNull();
  });
});
