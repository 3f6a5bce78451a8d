import type { PlaceValue } from '../../model/index.ts';

const levels = { q: 'city', c: 'city', d: 'district', s: 'state', n: 'country', r: 'region', w: 'water' } as const;

/** One entry; coordinates in WGS 84 degrees, of a unit the mean of its cities. */
export interface GazetteerPlace {
  /** Line of the file: an identity within one gazetteer. */
  readonly row: number;
  readonly name: string;
  readonly level: PlaceValue['level'];
  readonly country?: string;
  readonly state?: string;
  /** Row of the first-order unit the place is in, or its own where it is one. */
  readonly stateRow?: number;
  readonly district?: string;
  /** Of a quarter, the city it is part of. */
  readonly cityName?: string;
  readonly population: number;
  readonly lat?: number;
  readonly lon?: number;
  readonly id?: string;
}

/** What a name may denote, most populous first, and why it is weak evidence by itself. */
export interface GazetteerName {
  readonly places: readonly GazetteerPlace[];
  /** Every word of it is a common English word. */
  readonly word: boolean;
  /** It is a given name too. */
  readonly given: boolean;
  /** It names the people of a country, not the country. */
  readonly demonym: boolean;
  /** It is a state's abbreviation: a place only after a comma or with its dots. */
  readonly abbreviation: boolean;
}

export interface Gazetteer {
  /** Look up a folded name (see `foldName`). */
  find(key: string): GazetteerName | undefined;
  /** Tell whether any name begins with this folded word. */
  opens(word: string): boolean;
}

const magic = 'variorum-gazetteer 1';

/** Index of the first character of every line; the last entry is the end. */
function cutLines(text: string, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  let at = 0;
  for (let line = 0; line < count; line++) {
    starts[line] = at;
    const end = text.indexOf('\n', at);
    if (end < 0) throw new RangeError(`gazetteer ends at line ${line} of ${count}`);
    at = end + 1;
  }
  starts[count] = at;
  return starts;
}

/** Order `key` against the key that begins at `start` and ends at a tab: negative, zero, positive. */
function compareKey(text: string, start: number, key: string): number {
  for (let at = 0; at < key.length; at++) {
    const difference = key.charCodeAt(at) - text.charCodeAt(start + at);
    if (difference !== 0) return difference;
  }
  return text.charCodeAt(start + key.length) === 9 ? 0 : -1;
}

class Packed implements Gazetteer {
  private readonly names = new Map<string, GazetteerName | undefined>();
  private readonly openers = new Map<string, boolean>();
  private readonly places = new Map<number, GazetteerPlace>();

  constructor(
    private readonly text: string,
    private readonly starts: Int32Array,
    private readonly rows: number,
    private readonly keys: number,
  ) {}

  find(key: string): GazetteerName | undefined {
    if (this.names.has(key)) return this.names.get(key);
    const line = this.search(key);
    const start = this.starts[line] ?? 0;
    const found =
      line <= this.rows + this.keys && compareKey(this.text, start, key) === 0 ? this.readName(line) : undefined;
    this.remember(this.names, key, found);
    return found;
  }

  opens(word: string): boolean {
    let found = this.openers.get(word);
    if (found === undefined) {
      const line = this.search(word);
      const start = this.starts[line] ?? 0;
      const after = this.text.charCodeAt(start + word.length);
      found = line <= this.rows + this.keys && this.text.startsWith(word, start) && (after === 9 || after === 32);
      this.remember(this.openers, word, found);
    }
    return found;
  }

  /** First line whose key is not before `key`. */
  private search(key: string): number {
    let low = this.rows + 1;
    let high = this.rows + 1 + this.keys;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareKey(this.text, this.starts[middle] ?? 0, key) > 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Keep answers so that a name told often is looked up once; the bound keeps a long run from growing without end. */
  private remember<T>(memory: Map<string, T>, key: string, value: T): void {
    if (memory.size >= 100_000) memory.clear();
    memory.set(key, value);
  }

  private fields(line: number): readonly string[] {
    return this.text.slice(this.starts[line], (this.starts[line + 1] ?? 1) - 1).split('\t');
  }

  private readName(line: number): GazetteerName {
    const [, flags = '', list = ''] = this.fields(line);
    return {
      places: list.split(',').map((row) => this.place(Number.parseInt(row, 36))),
      word: flags.includes('w'),
      given: flags.includes('n'),
      demonym: flags.includes('d'),
      abbreviation: flags.includes('a'),
    };
  }

  /** Read what a quarter takes from its city. */
  private cityOf(row: string): Pick<GazetteerPlace, 'cityName' | 'district'> {
    const { name, district } = this.place(Number.parseInt(row, 36));
    return { cityName: name, ...(district !== undefined && { district }) };
  }

  private place(row: number): GazetteerPlace {
    const known = this.places.get(row);
    if (known !== undefined) return known;
    const [name = '', level = '', country, state, district, population = '', lat = '', lon = '', id = ''] = this.fields(
      row + 1,
    );
    const stateRow = state ? Number.parseInt(state, 36) : undefined;
    const place: GazetteerPlace = {
      row,
      name,
      level: levels[level as keyof typeof levels] ?? 'region',
      ...(country && { country }),
      ...(stateRow !== undefined && { stateRow, state: this.place(stateRow).name }),
      ...(level === 's' && { stateRow: row, state: name }),
      ...(district &&
        (level === 'q' ? this.cityOf(district) : { district: this.place(Number.parseInt(district, 36)).name })),
      ...(level === 'd' && { district: name }),
      population: population === '' ? 0 : Number.parseInt(population, 36),
      ...(lat !== '' && { lat: Number(lat) / 1000, lon: Number(lon) / 1000 }),
      ...(id !== '' && { id: String(Number.parseInt(id, 36)) }),
    };
    this.places.set(row, place);
    return place;
  }
}

/**
 * Open a gazetteer: the unzipped content of `data/gazetteer.tsv.gz`, as text or as UTF-8 bytes.
 *
 * First line: format, number of places, number of names. Then one place a line (name, level, country, state row, district
 * row — a quarter's city stands there instead —, population, latitude and longitude in thousandths of a degree, GeoNames id; numbers in base 36 but for the
 * coordinates), then one folded name a line (name, flags, rows), sorted by code unit. Throws RangeError for anything else:
 * the file is part of the program.
 */
export function openGazetteer(content: string | Uint8Array): Gazetteer {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const [format, rows, keys] = text.slice(0, text.indexOf('\n')).split('\t');
  if (format !== magic) throw new RangeError(`not a gazetteer of format "${magic}"`);
  const counts = { rows: Number(rows), keys: Number(keys) };
  return new Packed(text, cutLines(text, 1 + counts.rows + counts.keys), counts.rows, counts.keys);
}

/** Make the value claims carry from a gazetteer entry. */
export function placeValue(place: GazetteerPlace, near = false): PlaceValue {
  return {
    kind: 'place',
    name: place.name,
    level: place.level,
    ...(place.id !== undefined && { id: place.id }),
    ...(place.level === 'city' && { city: place.cityName ?? place.name }),
    ...(place.district !== undefined && { district: place.district }),
    ...(place.state !== undefined && { state: place.state }),
    ...(place.country !== undefined && { country: place.country }),
    ...(place.lat !== undefined && place.lon !== undefined && { lat: place.lat, lon: place.lon }),
    ...(near && { near }),
  };
}
