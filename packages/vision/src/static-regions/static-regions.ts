import { intersectionOverUnion, type BoundingBox, type PictureSize } from '@vigil/contracts';
import type { BackgroundModel, BackgroundReport } from '../background/background-model.ts';
import type { ChangeReport } from '../background/change-gate.ts';
import { lastMovedWithin } from '../background/last-moved.ts';
import { maskValues, type PixelHistory } from '../background/pixel-history.ts';
import { connectedComponents, type Component } from '../blobs/connected-components.ts';
import { coveredShare, expandBox, overlapArea } from '../tracks/rectangle.ts';
import type { DetectedObject, Track } from '../tracks/track.ts';
import { judgeRegion } from './judge-region.ts';
import { findSlippedTracks } from './slipped-tracks.ts';
import { isMature, settledMask } from './settled-mask.ts';
import { rememberPeople, type SeenPerson } from './people-memory.ts';
import { isSeenEmpty, rememberLooks, type Look } from './recent-looks.ts';
import { pixelsOf, restingSeconds } from './region-patch.ts';
import {
  defaultStaticRegionSettings,
  occupiedShare,
  type StaticRegionEnd,
  type StaticRegionEvent,
  type StaticRegionReport,
  type StaticRegionSettings,
} from './static-region.ts';
import { TrackMemory, type TrackObservation } from './track-memory.ts';

/** What one frame offers. */
export interface StaticRegionInput {
  readonly timeSeconds: number;
  readonly background: BackgroundModel;
  /** What the background model said about the same frame. */
  readonly report: BackgroundReport;
  /** What the change gate said about the same frame. */
  readonly change: ChangeReport;
  /** The live tracks of the same frame. */
  readonly tracks: readonly Track[];
  /** Boxes of the object detector for this frame; null where it did not run. */
  readonly detections: readonly DetectedObject[] | null;
}

/** A region that has been judged; plain data. */
interface KnownRegion {
  readonly box: BoundingBox;
  readonly pixels: Int32Array;
  /** Null where it was rejected. */
  readonly event: StaticRegionEvent | null;
  absorbed: boolean;
}

/** State of {@link StaticRegions} as plain data. */
export interface StaticRegionsSnapshot {
  readonly settings: StaticRegionSettings;
  readonly picture: PictureSize;
  readonly lastId: number;
  readonly lookedSeconds: number;
  readonly known: readonly KnownRegion[];
  readonly people: readonly SeenPerson[];
  readonly looks: readonly Look[];
  readonly memory: readonly TrackObservation[];
}

/** Regions change over seconds; looking twice a second is enough. */
const lookIntervalSeconds = 0.5;
/** A rejected region is judged again when it has grown by this factor. */
const outgrownFactor = 1.5;
const maximumKnownRegions = 64;
/** A change that has stayed for this many times the time asked for is reported even where it is never quiet around it. */
const busyFactor = 3;
/** Pieces of one object that the same background colour separates are this close, pixels. */
const joinPixels = 3;

/**
 * Finds objects that were left behind or taken away: places that changed against the long-term background and then stay as they are. A
 * shadow or a light keeps the pattern of the ground; a person at rest is a track, moves a little, or came as large as it is; neither is reported.
 */
export class StaticRegions {
  readonly #picture: PictureSize;
  readonly #settings: StaticRegionSettings;
  #lastId = 0;
  #lookedSeconds = -Infinity;
  #known: KnownRegion[] = [];
  #people: SeenPerson[] = [];
  #looks: readonly Look[] = [];
  #memory = new TrackMemory();

  /** @param picture size of the background model in pixels */
  constructor(picture: PictureSize, settings: Partial<StaticRegionSettings> = {}) {
    this.#picture = { width: picture.width, height: picture.height };
    this.#settings = { ...defaultStaticRegionSettings, ...settings };
  }

  /** Takes the next frame in. */
  update(input: StaticRegionInput): StaticRegionReport {
    const { timeSeconds } = input;
    this.#notePeople(input);
    if (input.report.restarted) return { started: [], ended: this.#forgetAll(timeSeconds) };
    if (timeSeconds - this.#lookedSeconds < lookIntervalSeconds) return { started: [], ended: [] };
    this.#lookedSeconds = timeSeconds;
    this.#memory.note(input.tracks, timeSeconds);
    const ended = this.#endRegions(input.background.history, timeSeconds);
    const started: StaticRegionEvent[] = [];
    if (input.report.foregroundShare > 0) this.#judgeNew(input, started, ended);
    return { started, ended };
  }

  /** The state as plain data that {@link StaticRegions.restore} continues from exactly. */
  snapshot(): StaticRegionsSnapshot {
    return structuredClone({
      settings: this.#settings,
      picture: this.#picture,
      lastId: this.#lastId,
      lookedSeconds: this.#lookedSeconds,
      known: this.#known,
      people: this.#people,
      looks: this.#looks,
      memory: this.#memory.snapshot(),
    });
  }

  /** Goes on where the snapshot was taken. */
  static restore(snapshot: StaticRegionsSnapshot): StaticRegions {
    const regions = new StaticRegions(snapshot.picture, snapshot.settings);
    regions.#lastId = snapshot.lastId;
    regions.#lookedSeconds = snapshot.lookedSeconds;
    regions.#known = structuredClone([...snapshot.known]);
    regions.#people = structuredClone([...snapshot.people]);
    regions.#looks = structuredClone(snapshot.looks);
    regions.#memory = TrackMemory.restore(snapshot.memory);
    return regions;
  }

  #notePeople({ detections, timeSeconds, change, background }: StaticRegionInput): void {
    this.#looks = rememberLooks(this.#looks, detections, this.#settings.peopleLabels, timeSeconds);
    if (this.#people.length === 0 && (detections ?? []).length === 0) return;
    const lastMoved = (box: BoundingBox): number => lastMovedWithin(change, background.grid, box);
    this.#people = rememberPeople(this.#people, detections ?? [], this.#settings.peopleLabels, timeSeconds, lastMoved);
  }

  #forgetAll(timeSeconds: number): StaticRegionEnd[] {
    const ended = this.#known.flatMap(({ event, absorbed }) =>
      event && !absorbed ? [{ event, endSeconds: timeSeconds, reason: 'restarted' as const }] : [],
    );
    this.#known = [];
    return ended;
  }

  /** Ends the regions whose place shows the background again, or has become it. */
  #endRegions(history: Readonly<PixelHistory>, timeSeconds: number): StaticRegionEnd[] {
    const ended: StaticRegionEnd[] = [];
    this.#known = this.#known.filter((region) => {
      if (region.absorbed) return true;
      let foreground = 0;
      let swapped = 0;
      for (const i of region.pixels) {
        if (history.mask[i] !== maskValues.background) foreground++;
        else if (history.seenSeconds[i] < timeSeconds - (region.event?.sinceSeconds ?? 0) && history.candidateSeconds[i] === 0)
          swapped++;
      }
      if (foreground > 0.3 * region.pixels.length) return true;
      const absorbed = region.event !== null && swapped > 0.5 * region.pixels.length;
      if (region.event) ended.push({ event: region.event, endSeconds: timeSeconds, reason: absorbed ? 'absorbed' : 'gone' });
      region.absorbed = absorbed;
      return absorbed;
    });
    return ended;
  }

  #judgeNew(input: StaticRegionInput, started: StaticRegionEvent[], ended: StaticRegionEnd[]): void {
    const { width, height } = this.#picture;
    const { history } = input.background;
    const member = settledMask(history, this.#picture, this.#settings.confirmSeconds);
    const pixelCount = width * height;
    for (const component of connectedComponents(member, width, height, joinPixels)) {
      const share = component.areaPixels / pixelCount;
      if (share < this.#settings.minimumAreaShare || share > this.#settings.maximumAreaShare) continue;
      const box = boxOfComponent(component, this.#picture);
      const before = this.#findKnown(box, component.areaPixels);
      if (before?.absorbed && before.event) {
        this.#known = this.#known.filter((region) => region !== before);
        ended.push({ event: before.event, endSeconds: input.timeSeconds, reason: 'replaced' });
        this.#know({ box, pixels: pixelsOf(component, this.#picture), event: null, absorbed: false });
      }
      if (before || !isMature(component, history, this.#picture, this.#settings.confirmSeconds, input.timeSeconds)) continue;
      const slipped = isSeenEmpty(this.#looks, box, width / height)
        ? findSlippedTracks(box, input.tracks, this.#memory, input.timeSeconds, this.#settings)
        : new Set<number>();
      if (this.#isOccupied(box, input, slipped) || !this.#isQuiet(component, box, input)) continue;
      const verdict = judgeRegion(
        component,
        box,
        member,
        input.background.history,
        this.#memory,
        slipped,
        input.timeSeconds,
        this.#picture,
        this.#settings,
      );
      const event = verdict.verdict === 'event' ? { id: ++this.#lastId, ...verdict.event } : null;
      if (event) started.push(event);
      this.#know({ box, pixels: pixelsOf(component, this.#picture), event, absorbed: false });
    }
  }

  /** The region judged before at the same place; one that was rejected and has grown since is judged anew. */
  #findKnown(box: BoundingBox, areaPixels: number): KnownRegion | undefined {
    const outgrown = (region: KnownRegion): boolean =>
      region.event === null && areaPixels > outgrownFactor * region.pixels.length;
    this.#known = this.#known.filter((region) => !(outgrown(region) && sameRegion(region.box, box)));
    return this.#known.find((region) => sameRegion(region.box, box));
  }

  /** Whether somebody is there now, in which case nothing has been left yet. */
  #isOccupied(box: BoundingBox, { tracks }: StaticRegionInput, slipped: ReadonlySet<number>): boolean {
    const covers = (other: BoundingBox): boolean => coveredShare(box, other) > occupiedShare;
    return (
      tracks.some((track) => track.state !== 'coasting' && !slipped.has(track.id) && covers(track.box)) ||
      this.#people.some((person) => covers(person.box))
    );
  }

  /** Whether nothing has moved around it of late, as limbs do around the part of a person that keeps still. */
  #isQuiet(component: Component, box: BoundingBox, { change, background, timeSeconds }: StaticRegionInput): boolean {
    const quiet = timeSeconds - lastMovedWithin(change, background.grid, expandBox(box, 0.5)) >= this.#settings.quietSeconds;
    return quiet || restingSeconds(component, background.history, this.#picture) >= busyFactor * this.#settings.confirmSeconds;
  }

  #know(region: KnownRegion): void {
    this.#known.push(region);
    if (this.#known.length > maximumKnownRegions) this.#known.shift();
  }
}

function boxOfComponent({ left, top, right, bottom }: Component, { width, height }: PictureSize): BoundingBox {
  return { left: left / width, top: top / height, width: (right - left) / width, height: (bottom - top) / height };
}

function sameRegion(a: BoundingBox, b: BoundingBox): boolean {
  return intersectionOverUnion(a, b) > 0.25 || overlapArea(a, b) > 0.5 * Math.min(a.width * a.height, b.width * b.height);
}
