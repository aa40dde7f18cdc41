/** Address of an incident's page; null where the public address is not known. */
export function incidentUrl(publicUrl: string | null, incidentId: string): string | null {
  return publicUrl === null ? null : `${publicUrl.replace(/\/+$/, '')}/incidents/${encodeURIComponent(incidentId)}`;
}
