/** Make the URN of an article of an edition. */
export function addressOf(article: string): string {
  return `urn:variorum:article:${encodeURIComponent(article)}`;
}

/** Make the URN of an incident. */
export function incidentAddress(incident: string): string {
  return `urn:variorum:incident:${encodeURIComponent(incident)}`;
}

/** Make the URN of one reading of an attribute. */
export function claimAddress(incident: string, attribute: string, index: number): string {
  return `${incidentAddress(incident)}:${attribute}:${index + 1}`;
}

/** Leave out fields that are not known (undefined or null) and empty lists. */
export function stated(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}
