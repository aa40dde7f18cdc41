export { openAccountApp } from '../../accounts/fixtures/account-app.ts';
export { learnSampleProfile } from './sample-profile.ts';
export { addAnalysis, addIncident, addProfile, addVideo } from './sample-records.ts';
