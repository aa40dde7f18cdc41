import { join } from 'node:path';
import type { ScoreTimeline } from '@vigil/contracts';
import { analysisKey, openDiskMediaStore, timelineFileName } from '@vigil/media-store';
import { encodeTimeline, timelineSourceOf } from '@vigil/pipeline';
import { addAnalysis, addIncident, addVideo } from '@vigil/server/testing';
import { openSqliteStore } from '@vigil/store';
import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserIsThere, openBrowser } from './browser.ts';
import { RunningVigil } from './running-vigil.ts';
import { signIn, visit } from './visit.ts';

const hours = 12;
const durationSeconds = hours * 3600;
const incidentSeconds = 30_000;
const mostBytes = 400_000;
const canvas = `document.querySelector('[data-print="timeline"] canvas')`;

test.skipIf(!browserIsThere)(
  'the timeline of half a day: an overview, then what is looked at, never the whole result (needs /usr/bin/chromium)',
  async () => {
    await using vigil = await RunningVigil.start({}, addLongRecording);
    await using browser = await openBrowser();
    const page = await visit(browser, vigil.address);
    await signIn(page);
    const asked: string[] = [];
    const aborted: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('requestfailed', (request) => aborted.push(request.url()));
    let largestBytes = 0;
    page.on('response', async (response) => {
      if (!response.url().includes('/timeline')) return;
      const body = await response.body().catch(() => Buffer.alloc(0));
      largestBytes = Math.max(largestBytes, body.length);
    });

    // the whole recording first, with its incident
    await page.goto(`${vigil.address}/videos/long`);
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByText(/Each point is the largest value of 2\d s/).waitFor();
    await timeline.getByRole('button', { name: /^Somebody/ }).waitFor();
    await page.evaluate(`${canvas}.dataset.mark = 'the first one'`);

    // while finer parts are on their way the overview stays, and what is not wanted any more is given up
    const held: Route[] = [];
    await page.route(/startSeconds/, (route) => void held.push(route));
    await zoom(page, 4);
    await expect.poll(() => held.length).toBeGreaterThan(0);
    const first = held[0].request().url();
    await zoom(page, 5);
    await expect.poll(() => aborted).toContain(first);
    expect(await timeline.getAttribute('aria-busy')).toBe('true');
    expect(await inkOf(page)).toBeGreaterThan(500);
    await timeline.getByText(/Each point is the largest value of 2\d s/).waitFor();

    // then every frame
    await page.unroute(/startSeconds/);
    await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
    await expect.poll(() => timeline.getAttribute('aria-busy')).toBe('false');
    await expect.poll(() => timeline.getByText(/Each point is/).count()).toBe(0);
    expect(await page.evaluate(`${canvas}.dataset.mark`)).toBe('the first one');

    // an incident's page begins at the incident
    await page.goto(`${vigil.address}/incidents/long-1`);
    await timeline.getByText(/8:19:5\d – 8:20:1\d/).waitFor();
    await expect.poll(() => timeline.getAttribute('aria-busy')).toBe('false');
    expect(asked.filter((url) => url.endsWith('/result'))).toEqual([]);
    expect(largestBytes).toBeGreaterThan(10_000);
    expect(largestBytes).toBeLessThan(mostBytes);
  },
);

/** Zooms in on the playhead by its key. */
async function zoom(page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press('+');
}

/** Pixels of the timeline's canvas that are drawn upon. */
async function inkOf(page: Page): Promise<number> {
  return Number(
    await page.evaluate(`(() => {
      const canvas = ${canvas};
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let ink = 0;
      for (let at = 3; at < data.length; at += 4) if (data[at] > 0) ink += 1;
      return ink;
    })()`),
  );
}

async function addLongRecording(folder: string): Promise<void> {
  await using store = await openSqliteStore({ file: join(folder, 'vigil.sqlite') });
  await using media = await openDiskMediaStore({ folder: join(folder, 'media'), quotaBytes: null, reserveBytes: 1 });
  const seconds = Array.from({ length: durationSeconds * 10 }, (_, frame) => frame / 10);
  const fused = seconds.map((at) => (Math.abs(at - incidentSeconds) < 3 ? 6 : (at * 7) % 1));
  const timeline: ScoreTimeline = { seconds, fused, modalities: { motion: fused } };
  const source = { timeline, source: { durationSeconds }, budget: { thresholdSurprise: 4 } };
  await addVideo(store, 'long', { durationSeconds, latestAnalysisId: 'a-long', originalRemoved: true });
  await addAnalysis(store, 'a-long', { videoId: 'long', analysedSeconds: durationSeconds });
  await media.write(`${analysisKey('a-long')}/${timelineFileName}`, await encodeTimeline(timelineSourceOf(source)));
  const times = { startSeconds: incidentSeconds, endSeconds: incidentSeconds + 3, peakSeconds: incidentSeconds + 1 };
  const noFiles = { keyFrame: null, clip: null, clipStartSeconds: null };
  await addIncident(store, 'long-1', { videoId: 'long', analysisId: 'a-long', ...times, ...noFiles });
}
