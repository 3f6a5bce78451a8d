/** What the page shows, as written in its address: `#i=incident-1&a=killed&c=claim-7`. */
export interface Place {
  /** Id of an incident or actor. */
  readonly i?: string;
  /** Name of an attribute. */
  readonly a?: string;
  /** Id of a claim. */
  readonly c?: string;
  /** Siglum of the text to show; on a phone the text covers the record. */
  readonly x?: string;
  /** `text` where the reader is at the words in the text, absent where at the apparatus. */
  readonly v?: 'text';
  /** Policy the figures are shown under, where it is not that of the edition. */
  readonly p?: string;
}

/** Read an address such as `#i=…&a=killed&c=…`; a plain fragment (`#toll`) gives an empty place. */
export function readPlace(hash: string): Place {
  if (!/^#[iacxvp]=/.test(hash)) return {};
  const fields = new URLSearchParams(hash.slice(1));
  const pick = (name: 'i' | 'a' | 'c' | 'x' | 'p') => {
    const value = fields.get(name);
    return value === null || value === '' ? {} : { [name]: value };
  };
  return {
    ...pick('i'),
    ...pick('a'),
    ...pick('c'),
    ...pick('x'),
    ...pick('p'),
    ...(fields.get('v') === 'text' ? { v: 'text' } : {}),
  };
}

/** Write a place as the fragment of an address. */
export function writePlace(place: Place): string {
  const fields = Object.entries(place).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `#${fields.join('&')}`;
}
