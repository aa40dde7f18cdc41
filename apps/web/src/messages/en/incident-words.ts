import { kindNames, modalityNames, severityNames, stateNames } from '@vigil/contracts/words';

/** What incidents and their parts are called, everywhere alike. */
export const incidentWords = {
  kinds: kindNames,
  modalities: modalityNames,
  modalityStates: stateNames,
  severities: severityNames,
  statuses: { new: 'New', confirmed: 'Confirmed', dismissed: 'Dismissed' },
} as const;
