/**
 * Tables of version 1.
 *
 * The key of a record's row is its place in time: milliseconds since 1970 times 32,768, plus a running number within the millisecond
 * (`place.ts`). Every index ends in it, so that each list comes out of its index in order of time, and so does the full-text index.
 * Values of array fields lie in tables of their own, with copies of the fields that they are filtered by together.
 */
export const schemaVersion1 = `
${table('videos', ['sourceId', 'sha256', 'uploadedBy', 'originalRemoved'])}
${textIndex('videos')}

${table('analyses', ['videoId', 'jobId'])}

${table('incidents', ['sourceId', 'videoId', 'analysisId', 'severity', 'status', 'assignedTo', 'held', 'announced'])}
CREATE INDEX incidents_sourceId_severity ON incidents (sourceId, severity);
CREATE INDEX incidents_sourceId_status ON incidents (sourceId, status);
CREATE INDEX incidents_severity_status ON incidents (severity, status);
CREATE INDEX incidents_assignedTo_status ON incidents (assignedTo, status);
CREATE INDEX incidents_analysisId_announced ON incidents (analysisId, announced);
CREATE INDEX incidents_figures ON incidents (place, sourceId, severity, status);
CREATE TABLE incidents_kind (
  value TEXT NOT NULL, place INTEGER NOT NULL, sourceId TEXT NOT NULL, severity TEXT NOT NULL, status TEXT NOT NULL,
  PRIMARY KEY (value, place)
) WITHOUT ROWID;
CREATE INDEX incidents_kind_sourceId ON incidents_kind (value, sourceId, place);
CREATE INDEX incidents_kind_severity ON incidents_kind (value, severity, place);
CREATE INDEX incidents_kind_status ON incidents_kind (value, status, place);
CREATE INDEX incidents_kind_place ON incidents_kind (place);
CREATE TABLE incidents_tag (value TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (value, place)) WITHOUT ROWID;
CREATE TABLE incidents_counts (
  figure TEXT NOT NULL, bucket TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (figure, bucket, value)
) WITHOUT ROWID;
${textIndex('incidents')}

${table('profiles', [])}
${table('corrections', ['profileId'])}
${table('cameras', [])}
${table('rules', [])}
${table('evaluations', [])}

${table(
  'jobs',
  ['state', 'type', 'subjectId', 'fairnessKey'],
  `idempotencyKey TEXT NOT NULL UNIQUE, priority INTEGER NOT NULL, turn INTEGER NOT NULL, paused INTEGER NOT NULL,
  notBefore TEXT NOT NULL, leaseExpiresAt TEXT, `,
)}
CREATE INDEX jobs_state_type ON jobs (state, type);
CREATE INDEX jobs_next ON jobs (priority DESC, turn, place) WHERE state = 'queued' AND paused = 0;
CREATE INDEX jobs_leases ON jobs (leaseExpiresAt) WHERE state = 'leased';
CREATE INDEX jobs_turns ON jobs (fairnessKey, turn);

${table('apiKeys', ['ownerId'], 'hash TEXT NOT NULL UNIQUE, ')}
CREATE INDEX apiKeys_hash ON apiKeys (hash);
${table('audit', ['actorId', 'action', 'target'])}
${table('settings', [])}
${table('serviceStates', [])}
${table('notificationRules', [])}
${table('deliveries', ['state', 'ruleId', 'incidentId'])}
CREATE INDEX deliveries_ruleId_state ON deliveries (ruleId, state);

CREATE TABLE events (sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, message TEXT NOT NULL);
CREATE INDEX events_at ON events (at);

CREATE TABLE counters (id TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE accounts (
  model TEXT NOT NULL, id TEXT NOT NULL, uniqueValue TEXT, record TEXT NOT NULL,
  PRIMARY KEY (model, id)
);
CREATE UNIQUE INDEX accounts_uniqueValue ON accounts (model, uniqueValue);
CREATE INDEX accounts_userId ON accounts (model, json_extract(record, '$.userId'));
CREATE INDEX accounts_accountId ON accounts (model, json_extract(record, '$.accountId'));
CREATE INDEX accounts_identifier ON accounts (model, json_extract(record, '$.identifier'));
CREATE INDEX accounts_key ON accounts (model, json_extract(record, '$.key'));
CREATE INDEX accounts_expiresAt ON accounts (model, json_extract(record, '$.expiresAt'));
`;

/** A table of records, with an index for each column that is filtered by. */
function table(name: string, columns: readonly string[], furtherColumns = ''): string {
  const booleans = new Set(['originalRemoved', 'held', 'announced']);
  const declared = columns.map((column) => `${column} ${booleans.has(column) ? 'INTEGER' : 'TEXT'}, `).join('');
  return [
    `CREATE TABLE ${name} (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, ${declared}${furtherColumns}record TEXT NOT NULL);`,
    ...columns.map((column) => `CREATE INDEX ${name}_${column} ON ${name} (${column});`),
  ].join('\n');
}

/** A full-text index over the words of records and the values that they are filtered by, without a copy of the text. */
function textIndex(name: string): string {
  return `CREATE VIRTUAL TABLE ${name}_text USING fts5(
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '='"
);`;
}
