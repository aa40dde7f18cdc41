import type { Incident } from '@vigil/contracts';
import type { IncidentContext } from './incident-context.ts';

/** What differs from one incident to the next; where it is may be left out. */
export type IncidentFacts = Pick<
  Incident,
  'id' | 'startSeconds' | 'endSeconds' | 'peakSeconds' | 'score' | 'pValue' | 'severity' | 'kinds' | 'title' | 'evidence'
> &
  Partial<Pick<Incident, 'boundingBoxes' | 'tracks' | 'flowArrows' | 'skeletons' | 'decidedSeconds' | 'appearance'>>;

/** An incident that nobody has reviewed, without pictures. */
export function freshIncident(context: IncidentContext, facts: IncidentFacts): Incident {
  return {
    boundingBoxes: [],
    tracks: [],
    flowArrows: [],
    skeletons: [],
    appearance: null,
    decidedSeconds: null,
    ...facts,
    sourceId: context.sourceId,
    sourceKind: context.sourceKind,
    startedAt: null,
    baseline: context.baseline,
    keyFrame: null,
    clip: null,
    clipStartSeconds: null,
    profileVersion: context.profileVersion,
    modelVersions: { ...context.modelVersions },
    status: 'new',
    reviewedBy: null,
    note: '',
    tags: [],
  };
}
