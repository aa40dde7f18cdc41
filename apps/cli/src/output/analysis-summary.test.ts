import { expect, it } from 'vitest';
import { analysisWith, incidentWith } from '../fixtures/analysis.ts';
import { analysisSummary } from './analysis-summary.ts';

it('names what was found, what was unavailable, what to keep in mind and where the report is', () => {
  const result = analysisWith([
    incidentWith({ id: 'a' }),
    incidentWith({ id: 'b', severity: 'critical', kinds: ['object.left'] }),
  ]);
  expect(analysisSummary(result, '/out/report.html', false)).toBe(
    [
      'gate.mp4: 2 incidents in 1:00 (without a profile: compared with itself)',
      ' START     END  SEVERITY  KINDS         WHAT',
      '0:10.0  0:12.0  warning   motion.speed  Something moves fast',
      '0:10.0  0:12.0  critical  object.left   Something moves fast',
      '- At most 5 incidents a day are promised; a minute cannot show it.',
      '- appearance is unavailable: the model is not installed',
      '- the file was cut short',
      'Report: /out/report.html',
    ].join('\n'),
  );
});

it('colours the severity on terminals alone', () => {
  const result = analysisWith([incidentWith({ id: 'a', severity: 'critical' })]);
  expect(analysisSummary(result, null, true)).toContain('\u001B[31mcritical\u001B[0m');
  expect(analysisSummary(result, null, false)).not.toContain('\u001B');
});
