/** What the page shows, as its address names it. */
export interface Place {
  /** Incident or actor. */
  readonly i?: string;
  /** Attribute. */
  readonly a?: string;
  /** Claim. */
  readonly c?: string;
  /** Siglum of the text shown, where it was asked for; on a phone it lies over the record. */
  readonly x?: string;
  /** Which side has the reader: the words in the text, or the apparatus. */
  readonly v?: 'text';
  /** Policy the figures are shown under, where it is not the page's own. */
  readonly p?: string;
}

/** Read an address such as `#i=…&a=killed&c=…`; a plain fragment (`#toll`) names no place. */
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

/** Write a place as an address. */
export function writePlace(place: Place): string {
  const fields = Object.entries(place).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `#${fields.join('&')}`;
}
