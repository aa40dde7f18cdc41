import { intersectionOverUnion, type BoundingBox, type Incident } from '@vigil/contracts';
import type { PlantedEvent } from './scene/planted-event.ts';

/** Which incident is which planted event. */
export interface Match {
  /** The planted event of each incident, in their order; null for a false alarm. */
  readonly eventOfIncident: readonly (PlantedEvent | null)[];
  /** Planted events that no incident reports. */
  readonly missed: readonly PlantedEvent[];
  /** Planted events that were found, but by none of the kinds that name them. */
  readonly misnamed: readonly PlantedEvent[];
}

/** An incident may begin this much before its event and end this much after it, seconds. */
const toleranceSeconds = 1.5;
/** Boxes this much alike are of the same thing; motion is seen in coarse cells. */
const leastOverlap = 0.05;
/** Families of kinds that say nothing about a place in the picture. */
const placelessFamilies: readonly string[] = ['audio', 'camera'];

/**
 * Compares incidents with what was planted: an incident is an event where both are at the same time at the same place. What has no place in
 * the picture is told by the sense that noticed it. Where two events are at the same time and place, the one that the incident names is it.
 */
export function matchIncidents(incidents: readonly Incident[], events: readonly PlantedEvent[]): Match {
  const eventOfIncident = incidents.map((incident) => {
    const possible = events.filter((event) => isReportOf(incident, event));
    return possible.find((event) => names(incident, event)) ?? possible.at(0) ?? null;
  });
  const reportsOf = (event: PlantedEvent): Incident[] => incidents.filter((_, index) => eventOfIncident[index] === event);
  return {
    eventOfIncident,
    missed: events.filter((event) => reportsOf(event).length === 0),
    misnamed: events.filter((event) => {
      const reports = reportsOf(event);
      return reports.length > 0 && !reports.some((incident) => names(incident, event));
    }),
  };
}

function names({ kinds }: Incident, { expectedKinds }: PlantedEvent): boolean {
  return kinds.some((kind) => expectedKinds.includes(kind));
}

function isReportOf(incident: Incident, event: PlantedEvent): boolean {
  const overlaps =
    incident.startSeconds <= event.endSeconds + toleranceSeconds && incident.endSeconds >= event.startSeconds - toleranceSeconds;
  if (!overlaps || event.path === null) return overlaps && isOfSameFamily(incident, event);
  if (incident.kinds.every((kind) => placelessFamilies.includes(familyOf(kind)))) return false;
  const steps = event.path.filter((step) => isNear(step, incident));
  return boxesOf(incident).some((box) => steps.some((step) => isSamePlace(box, step.box)));
}

/** Whether an incident has a kind of the family that the event is expected in. */
function isOfSameFamily({ kinds }: Incident, { expectedKinds }: PlantedEvent): boolean {
  return kinds.some((kind) => expectedKinds.some((expected) => familyOf(kind) === familyOf(expected)));
}

/** The sense that a kind belongs to, as `audio`. */
function familyOf(kind: string): string {
  return kind.slice(0, kind.indexOf('.'));
}

function boxesOf({ boundingBoxes, tracks }: Incident): BoundingBox[] {
  return [...boundingBoxes, ...tracks.flatMap(({ path }) => path.map(({ box }) => box))];
}

function isNear({ seconds }: { readonly seconds: number }, { startSeconds, endSeconds }: Incident): boolean {
  return seconds >= startSeconds - toleranceSeconds && seconds <= endSeconds + toleranceSeconds;
}

/** A box that lies in the other, as a cell in a vehicle does, is at its place too. */
function isSamePlace(a: BoundingBox, b: BoundingBox): boolean {
  return intersectionOverUnion(a, b) >= leastOverlap || contains(a, b) || contains(b, a);
}

function contains(outer: BoundingBox, inner: BoundingBox): boolean {
  const x = inner.left + inner.width / 2;
  const y = inner.top + inner.height / 2;
  return x >= outer.left && x <= outer.left + outer.width && y >= outer.top && y <= outer.top + outer.height;
}
