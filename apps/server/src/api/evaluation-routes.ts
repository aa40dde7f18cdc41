import {
  availableDatasetsSchema,
  evaluationListQuerySchema,
  evaluationOutcomeSchema,
  evaluationPageSchema,
  evaluationRecordSchema,
  evaluationRequestSchema,
  exportedDatasetSchema,
  recordParamsSchema,
} from '@vigil/contracts';
import { listDatasets } from '../evaluations/list-datasets.ts';
import { openLabels } from '../evaluations/open-labels.ts';
import { openOutcome } from '../evaluations/open-outcome.ts';
import { openReport } from '../evaluations/open-report.ts';
import { startEvaluation } from '../evaluations/start-evaluation.ts';
import { managing, viewing } from '../http/access.ts';
import { route, type RouteDefinition } from '../http/route.ts';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** The report brings its styles and scripts with it; nothing else may run or be loaded, and it acts as a page of no origin. */
const reportPolicy =
  "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

/** Measurements on labelled footage that lies on the server. */
export function evaluationRoutes(context: ServerContext): RouteDefinition[] {
  const { evaluations } = context.store;
  return [
    route({
      method: 'GET',
      url: '/api/v1/evaluation-datasets',
      access: viewing,
      summary: 'Data sets that the server has',
      tag: 'evaluations',
      replies: { 200: availableDatasetsSchema },
      handler: () => listDatasets(context.configuration.datasetsFolder),
    }),
    route({
      method: 'GET',
      url: '/api/v1/evaluations',
      access: viewing,
      summary: 'Evaluations, newest first',
      tag: 'evaluations',
      query: evaluationListQuerySchema,
      replies: { 200: evaluationPageSchema },
      handler: ({ query }) => evaluations.list(query),
    }),
    route({
      method: 'POST',
      url: '/api/v1/evaluations',
      access: managing,
      summary: 'Evaluate on a data set',
      tag: 'evaluations',
      body: evaluationRequestSchema,
      replies: { 202: evaluationRecordSchema },
      handler: ({ body, caller, request }) => startEvaluation(context, { ...body, caller, request }),
    }),
    route({
      method: 'GET',
      url: '/api/v1/evaluations/:id',
      access: viewing,
      summary: 'One evaluation with its figures',
      tag: 'evaluations',
      params: recordParamsSchema,
      replies: { 200: evaluationRecordSchema },
      handler: ({ params }) => requireRecord(evaluations, 'evaluation', params.id),
    }),
    route({
      method: 'GET',
      url: '/api/v1/evaluations/:id/result',
      access: viewing,
      summary: 'What an evaluation has found: curves, and figures by modality, kind and clip',
      tag: 'evaluations',
      params: recordParamsSchema,
      replies: { 200: evaluationOutcomeSchema },
      errors: ['gone'],
      handler: async ({ params, reply }) => {
        const { stream, sizeBytes } = await openOutcome(context, params.id);
        return await reply.type('application/json; charset=utf-8').header('content-length', sizeBytes).send(stream);
      },
    }),
    route({
      method: 'GET',
      url: '/api/v1/evaluations/:id/labels',
      access: viewing,
      summary: 'The labels that an evaluation measured: its `dataset.json` as it was',
      tag: 'evaluations',
      params: recordParamsSchema,
      replies: { 200: exportedDatasetSchema },
      errors: ['gone'],
      handler: async ({ params, reply }) => {
        const { stream, sizeBytes } = await openLabels(context, params.id);
        return await reply
          .type('application/json; charset=utf-8')
          .header('content-length', sizeBytes)
          .header('content-disposition', 'attachment; filename="dataset.json"')
          .send(stream);
      },
    }),
    route({
      method: 'GET',
      url: '/api/v1/evaluations/:id/report',
      access: viewing,
      summary: 'The page of an evaluation that is done',
      tag: 'evaluations',
      params: recordParamsSchema,
      replies: { 200: { description: 'The report', contentType: 'text/html; charset=utf-8' } },
      handler: async ({ params, reply }) => {
        const { stream, sizeBytes } = await openReport(context, params.id);
        return await reply
          .type('text/html; charset=utf-8')
          .header('content-length', sizeBytes)
          .header('content-security-policy', reportPolicy)
          .send(stream);
      },
    }),
  ];
}
