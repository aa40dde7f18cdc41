export { renderAnalysisReport } from './analysis/analysis-report.ts';
export type { IncidentMedia, NormalMomentPicture, ReportMedia } from './analysis/report-media.ts';
export { overlayLayers, type OverlayLayer, renderAnnotatedSvg } from './overlay/annotated-svg.ts';
