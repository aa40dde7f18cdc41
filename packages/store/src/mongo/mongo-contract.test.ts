import { afterAll, beforeAll, describe, inject } from 'vitest';
import { accountRecordsContract } from '../contract/account-records-contract.ts';
import { eventLogContract } from '../contract/event-log-contract.ts';
import { incidentListsContract } from '../contract/incident-lists-contract.ts';
import { jobEndsContract } from '../contract/job-ends-contract.ts';
import { jobQueueContract } from '../contract/job-queue-contract.ts';
import { recordsContract } from '../contract/records-contract.ts';
import { searchContract } from '../contract/search-contract.ts';
import { statisticsContract } from '../contract/statistics-contract.ts';
import { MongoTestDatabases } from '../testing/mongo-databases.ts';
import { mongoMissing } from '../testing/mongo-server.ts';

const missing = mongoMissing(inject('mongodbUrl'));

describe.skipIf(missing !== null)(`store on MongoDB ${missing ?? ''}`, () => {
  const databases = new MongoTestDatabases(inject('mongodbUrl'));
  beforeAll(() => databases.start());
  afterAll(() => databases[Symbol.asyncDispose]());

  const contracts = [
    recordsContract,
    incidentListsContract,
    searchContract,
    statisticsContract,
    jobQueueContract,
    jobEndsContract,
    eventLogContract,
    accountRecordsContract,
  ];
  for (const contract of contracts) contract(() => databases.empty());
});
