/** Rules of place mentions that say where a speaker sits, a body is or people come from, never where they were harmed. */
export const asidePlaces: ReadonlySet<string> = new Set([
  'dateline',
  'speaker',
  'organisation-place',
  'based',
  'demonym',
]);
