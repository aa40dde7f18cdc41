import { createHash } from 'node:crypto';
import { analysisResultSchema, VigilError } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { renderAnalysisReport } from './analysis-report.ts';
import { sampleAnalysis } from './sample-analysis.ts';

const onePixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

describe('renderAnalysisReport', () => {
  it('is made from a result that the contract accepts', () => {
    expect(analysisResultSchema.safeParse(sampleAnalysis()).error).toBeUndefined();
  });

  it('says the verdict in one sentence, with its baseline', () => {
    const result = sampleAnalysis();
    expect(renderAnalysisReport(result, {})).toContain(
      '6 incidents in 2\u00a0min\u00a09\u00a0s of video, measured against the learned profile “entrance-hall”.',
    );
    const calm = renderAnalysisReport({ ...result, incidents: [], baseline: 'self', profile: null }, {});
    expect(calm).toContain(
      'Nothing out of the ordinary in 2\u00a0min\u00a09\u00a0s of video, measured against the rest of the same video.',
    );
    expect(calm).toContain('No incidents');
    expect(calm).not.toContain('<article');
  });

  it('allows its own script and style by hash and nothing from the network', () => {
    const page = renderAnalysisReport(sampleAnalysis(), {});
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? '';
    const script = page.slice(page.lastIndexOf('<script>') + 8, page.lastIndexOf('</script>'));
    const style = page.slice(page.indexOf('<style>') + 7, page.indexOf('</style>'));
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|unsafe|\*/);
    for (const text of [script, style])
      expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(page).not.toMatch(/\sstyle="|\son\w+="|(?:src|href)="(?:https?:)?\/\//);
  });

  it('lets no text from outside become markup', () => {
    const hostile = '</script><img src=x onerror=alert(1)>"\'';
    const result = sampleAnalysis(50);
    result.source.file = hostile;
    result.warnings = [hostile];
    result.settings = { [hostile]: hostile };
    result.versions = { [hostile]: hostile };
    result.profile = { name: hostile, version: hostile };
    result.budget.summary = hostile;
    for (const report of result.modalities) report.reason = hostile;
    for (const incident of result.incidents) {
      incident.title = hostile;
      for (const track of incident.tracks) track.label = hostile;
      for (const evidence of incident.evidence) {
        evidence.summary = hostile;
        evidence.details = { [hostile]: hostile };
        evidence.nearestNormal = [{ source: hostile, seconds: 1, distance: 1 }];
      }
    }
    const left = {
      keyFrameDataUrl: onePixel,
      clip: `clips/${hostile}.mp4`,
      normalMoments: [{ source: hostile, seconds: 1, pictureDataUrl: onePixel }],
    };
    const page = renderAnalysisReport(result, { left });
    expect(page).not.toContain('<img src=x');
    expect(page.match(/<\/script>/g)).toHaveLength(2);
  });

  it('percent-encodes clip names and keeps the start of the clip for the timeline', () => {
    const page = renderAnalysisReport(sampleAnalysis(), { left: { keyFrameDataUrl: null, clip: 'clips/a b#1?.mp4' } });
    expect(page).toMatch(/src="clips\/a%20b%231%3F\.mp4"\s+data-start-seconds="/);
  });

  it.each([
    { keyFrameDataUrl: 'https://example.com/a.jpg', clip: null },
    { keyFrameDataUrl: null, clip: '../secret.mp4' },
    { keyFrameDataUrl: null, clip: 'https://example.com/a.mp4' },
  ])('refuses pictures and clips from elsewhere: %o', (left) => {
    expect(() => renderAnalysisReport(sampleAnalysis(), { left })).toThrow(VigilError);
  });

  it('says what was unavailable and why, and whether the budget has enough data', () => {
    const page = renderAnalysisReport(sampleAnalysis(), {});
    expect(page).toContain('The object detector’s weights are not in the model cache.');
    expect(page).toContain('Not enough data yet');
    expect(page).toContain('9 s without footage from 1:12.0 on were skipped.');
  });

  it('shows what an incident rests on, folds what has little to say, and gives a line to what took no part', () => {
    const result = sampleAnalysis();
    const page = renderAnalysisReport({ ...result, incidents: result.incidents.slice(0, 1) }, {});
    expect(page.match(/<li class="evidence">/g)).toHaveLength(3);
    expect(page).toContain('Little to say: Sound');
    expect(page).toMatch(/<li class="is-absent"><b class="lane-pose">Pose<\/b>\s+<span>No person was seen\.<\/span>/);
    expect(page).toMatch(/<li class="is-unavailable"><b class="lane-appearance">Appearance<\/b>\s+<span class="state-chip/);
  });

  it('leads with the rule where one raised it, and says how rare things were of the senses beside it alone', () => {
    const result = sampleAnalysis();
    const page = renderAnalysisReport({ ...result, incidents: result.incidents.filter(({ id }) => id === 'fall') }, {});
    expect(page).toContain('<span class="fused-p">Found by a rule</span');
    expect(page).toContain('Fall, strength 2.3 × its limit.');
    expect(page).toContain('<span>found by a rule, strength 2.3 × its limit</span>');
    expect(page).not.toContain('<i>p</i> =');
    const [fall] = result.incidents.filter(({ id }) => id === 'fall');
    const evidence = [
      { ...fall.evidence[0], pValue: 0.0625 },
      { ...result.incidents[0].evidence[0], pValue: 0.001, share: 0.3 },
    ];
    const joined = renderAnalysisReport(
      { ...result, incidents: [{ ...fall, pValue: 0.001, baseline: 'profile', evidence }] },
      {},
    );
    expect(joined).toMatch(/Besides, objects was unusual too \(about 1 in 1,000 normal moments\)\./);
    expect(joined).not.toContain('1 in 16 normal moments');
  });

  it('hatches camera faults, and explains the hatching only where there are some', () => {
    const result = sampleAnalysis();
    const covered = result.incidents.filter(({ id }) => id === 'covered');
    const [{ startSeconds, endSeconds } = { startSeconds: 0, endSeconds: 0 }] = covered;
    expect(renderAnalysisReport(result, {})).toContain(`"faults":${JSON.stringify([{ startSeconds, endSeconds }])}`);
    const silent = covered.map((incident) => ({ ...incident, kinds: ['camera.silent' as const] }));
    const page = renderAnalysisReport({ ...result, incidents: silent }, {});
    expect(page).toContain('"faults":[]');
    expect(page).not.toContain('<span class="key-fault">');
  });

  it('gives the same bytes for the same input', () => {
    expect(renderAnalysisReport(sampleAnalysis(), {})).toBe(renderAnalysisReport(sampleAnalysis(), {}));
  });
});
