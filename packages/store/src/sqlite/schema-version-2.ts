/** Tables that version 2 adds: what people are done with, and the views that they keep. */
export const schemaVersion2 = `
CREATE TABLE reviewMarks (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, userId TEXT, incidentId TEXT, record TEXT NOT NULL
);
CREATE INDEX reviewMarks_userId ON reviewMarks (userId);
CREATE INDEX reviewMarks_incidentId ON reviewMarks (incidentId);
CREATE TABLE savedViews (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, record TEXT NOT NULL);
`;
