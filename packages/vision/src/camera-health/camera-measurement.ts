import type { BoundingBox } from '@vigil/contracts';
import type { Brightness } from './brightness.ts';
import type { FlickerReport } from './flicker-meter.ts';
import type { RepetitionReport } from './repetition.ts';
import type { ViewReport } from './describe-view.ts';
import type { ViewShift } from './view-shift.ts';

/** How a picture stands against what the camera used to show. */
export interface ViewMeasurement extends ViewReport {
  /** Where the view moved to; null where the picture agrees, or where it was not looked for at this moment. */
  readonly shift: ViewShift | null;
  /** Box around the places whose edges are gone, fractions of the picture; null where there are none. */
  readonly lostBox: BoundingBox | null;
}

/** What a picture says about the health of the camera that took it. */
export interface CameraMeasurement {
  readonly brightness: Brightness;
  readonly repetition: RepetitionReport;
  readonly flicker: FlickerReport;
  /** Null while the reference is learned, and where the scene has too few edges to judge by. */
  readonly view: ViewMeasurement | null;
  /** True at the moment from which on a new view, stable for long enough, is the reference. */
  readonly referenceRenewed: boolean;
}
