export { FlowEstimator } from './flow/flow-estimator.ts';
export { FlowSequence } from './flow/flow-sequence.ts';
export type { FlowField } from './flow/flow-field.ts';
export { defaultFlowSettings, type FlowSettings } from './flow/flow-settings.ts';
export { frameSideLimits } from './flow/pyramid-levels.ts';
export { estimateReferenceFlow } from './flow/reference/estimate-flow.ts';
