import { type ProfileRecord, VigilError } from '@vigil/contracts';

/** A profile that nothing is being learned into. @throws VigilError `conflict` */
export function refuseWhileLearning(profile: ProfileRecord): ProfileRecord {
  if (profile.state !== 'learning') return profile;
  throw new VigilError('conflict', `The profile ${profile.name} is being learned; wait until it is ready, or cancel its job`, {
    id: profile.id,
  });
}
