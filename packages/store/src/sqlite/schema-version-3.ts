/** Table that version 3 adds: what people marked in videos. */
export const schemaVersion3 = `
CREATE TABLE labelSets (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, record TEXT NOT NULL);
`;
