export { learnSampleProfile } from './sample-profile.ts';
export { addAnalysis, addIncident, addProfile, addVideo } from './sample-records.ts';
