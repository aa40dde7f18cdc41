import { describe, expect, it } from 'vitest';
import { sampleAnalysis } from '../analysis/sample-analysis.ts';
import { renderAnnotatedSvg } from './annotated-svg.ts';

const incident = { ...(sampleAnalysis().incidents[0] as ReturnType<typeof sampleAnalysis>['incidents'][number]) };
const size = { width: 400, height: 200 };

describe('renderAnnotatedSvg', () => {
  it('is a document of the picture’s size with one group a layer', () => {
    const svg = renderAnnotatedSvg(incident, size);
    expect(svg).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*viewBox="0 0 400 200"/);
    expect([...svg.matchAll(/class="layer-(\w+)"/g)].map((match) => match[1])).toEqual(['flow', 'tracks', 'boxes']);
  });

  it('puts boxes in pixels and cuts them to the picture', () => {
    const boundingBoxes = [{ left: 0.75, top: 0.5, width: 0.5, height: 0.25 }];
    const svg = renderAnnotatedSvg({ ...incident, boundingBoxes }, size, ['boxes']);
    expect(svg).toMatch(/<rect\s+x="300"\s+y="100"\s+width="100"\s+height="50"/);
    expect(svg).not.toContain('layer-tracks');
  });

  it('draws an arrow as long as a quarter of a second of its motion, and never across the picture', () => {
    const arrow = (dx: number) =>
      renderAnnotatedSvg({ ...incident, flowArrows: [{ x: 0.5, y: 0.5, dx, dy: 0 }] }, size, ['flow']);
    expect(arrow(0.4)).toContain('M200 100L240 100');
    expect(arrow(50)).toContain('M200 100L260 100');
  });

  it('draws bodies, but no bone whose ends are hardly seen', () => {
    const runner = sampleAnalysis().incidents.find(({ id }) => id === 'run');
    if (!runner) throw new Error('the sample has a body');
    const svg = renderAnnotatedSvg(runner, size, ['skeletons']);
    expect(svg.match(/<path/g)).toHaveLength(4);
    expect(svg).toContain('M258 138L265.2 143');
    const [skeleton] = runner.skeletons;
    const hidden = skeleton.landmarks.map(([x, y]): [number, number, number] => [x, y, 0.1]);
    expect(renderAnnotatedSvg({ ...runner, skeletons: [{ ...skeleton, landmarks: hidden }] }, size, ['skeletons'])).not.toMatch(
      /d="M/,
    );
  });

  it('escapes the names that a detector gives', () => {
    const tracks = [{ ...(incident.tracks[0] as (typeof incident.tracks)[number]), label: '<script>' }];
    const svg = renderAnnotatedSvg({ ...incident, tracks }, size, ['tracks']);
    expect(svg).toContain('&lt;script&gt; #7');
    expect(svg).not.toContain('<script>');
  });
});
