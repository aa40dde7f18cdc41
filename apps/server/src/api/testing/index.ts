export { openAccountApp } from '../../accounts/fixtures/account-app.ts';
export { makeSamplePack, zipFiles } from './sample-pack.ts';
export { learnSampleProfile } from './sample-profile.ts';
export { addAnalysis, addIncident, addProfile, addVideo } from './sample-records.ts';
export { sampleNewIncident } from '../../testing/sample-incident.ts';
