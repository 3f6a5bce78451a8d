import {
  type Article,
  type ArticleReading,
  type Attribute,
  type Claim,
  type ClaimValue,
  type Copy,
  type CountAttribute,
  type CountRecord,
  type CountValue,
  defined,
  type Edition,
  exactly,
  type IncidentType,
  isCountRecord,
  type Linked,
  type LinkedIncident,
  makeText,
  type SpeakerKind,
} from '../../src/model/index.ts';
import { defaults, reconcile } from '../../src/reconcile/index.ts';

/** An invented report: no such place, outlet or speaker exists. */
export interface InventedReport {
  readonly id: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly wire?: string;
  /** ISO day or instant of publication; absent for an undated report. */
  readonly published?: string;
  /** The report's text, which claims quote; without it, each claim has a line of text of its own. */
  readonly text?: string;
  readonly claims: readonly InventedClaim[];
}

export interface InventedClaim extends Partial<Omit<Claim, 'value' | 'attribution' | 'attribute' | 'incident'>> {
  readonly attribute?: Attribute;
  /** The figure in words ("at least 12", "12", "about 12", "dozens", "12-15"), or any value. */
  readonly says: string | ClaimValue;
  /** Who said it, with or without a kind: "police" or "police:Marl police". */
  readonly by?: string;
  /** ISO day or instant the figure is stated to be true of. */
  readonly at?: string;
  readonly cue?: string;
  readonly incident?: string;
  /** The words of the report's text that the claim rests on. */
  readonly quote?: string;
}

const vagueWords: Readonly<Record<string, readonly [number, number]>> = {
  several: [3, 9],
  dozens: [24, 99],
  scores: [40, 99],
  hundreds: [200, 999],
};

/** Read the words of a figure as the interval they allow: "at least 12" is 12 and up. */
function readCount(words: string): CountValue {
  const vague = vagueWords[words];
  if (vague !== undefined) return { kind: 'count', min: vague[0], max: vague[1], vague: words };
  const between = /^(\d+)-(\d+)$/.exec(words);
  if (between !== null) {
    return { kind: 'count', min: Number(between[1]), max: Number(between[2]), qualifier: 'between' };
  }
  const anchor = Number(/\d+$/.exec(words)?.[0]);
  const make = (qualifier: NonNullable<CountValue['qualifier']>, min: number, max: number | null): CountValue => ({
    kind: 'count',
    min,
    max,
    anchor,
    qualifier,
  });
  if (words.startsWith('at least')) return make('at-least', anchor, null);
  if (words.startsWith('more than')) return make('more-than', anchor + 1, null);
  if (words.startsWith('up to')) return make('up-to', 1, anchor);
  if (words.startsWith('nearly')) return make('nearly', Math.ceil(anchor * 0.9), anchor - 1);
  if (words.startsWith('about')) return make('about', Math.ceil(anchor * 0.9), Math.floor(anchor * 1.1));
  if (words.startsWith('sum')) return make('sum', anchor, anchor);
  if (words.startsWith('a person')) return make('implicit', 1, 1);
  return exactly(anchor);
}

function inventClaim(report: InventedReport, invented: InventedClaim, index: number): Claim {
  const { says, by, at, attribute, cue, incident, quote: _quote, ...rest } = invented;
  const value = typeof says === 'string' ? readCount(says) : says;
  const [kind, name] = (by ?? '').split(':');
  const outlet = report.outlet ?? report.id;
  return {
    id: `${report.id}.${index}`,
    article: report.id,
    incident: incident ?? `mention-${report.id}`,
    attribute: attribute ?? 'killed',
    value,
    scope: 'total',
    accumulation: 'running',
    modality: 'asserted',
    confidence: 0.9,
    evidence: [findWords(report, index)],
    producer: { name: 'invented', version: '1' },
    ...(by === undefined
      ? {}
      : {
          attribution: {
            speaker: name ?? kind ?? '',
            kind: kind as SpeakerKind,
            chain: [name ?? kind ?? '', outlet],
            ...defined({ cue }),
          },
        }),
    ...(at !== undefined
      ? { asOf: { value: at, how: 'stated' as const } }
      : report.published === undefined
        ? {}
        : { asOf: { value: report.published, how: 'published' as const } }),
    ...rest,
  };
}

function writeLine({ id }: InventedReport, index: number): string {
  return `Line ${index} of the report called ${id}.`;
}

function writeText(report: InventedReport): string {
  return report.text ?? `Invented report.\n${report.claims.map((_, index) => writeLine(report, index)).join('\n')}`;
}

function findWords(report: InventedReport, index: number): Claim['evidence'][number] {
  const quote = report.claims[index]?.quote ?? (report.text === undefined ? writeLine(report, index) : report.text);
  const start = writeText(report).indexOf(quote);
  if (start === -1) throw new Error(`the report does not say "${quote}"`);
  return { start, end: start + quote.length, quote };
}

function inventArticle(report: InventedReport): Article {
  return {
    id: report.id,
    source: { id: report.id, mediaType: 'text/plain' },
    text: makeText(writeText(report)),
    dates: [],
    authors: report.author === undefined ? [] : [report.author],
    ...defined({ outlet: report.outlet, wire: report.wire }),
    language: 'en',
    blocks: [],
  };
}

/** Make linked readings of one invented incident, `incident-1`, from reports and copy links. */
export function inventStory(
  reports: readonly InventedReport[],
  extra: Pick<Asked, 'copies' | 'type' | 'incident'> = {},
): { readings: ArticleReading[]; linked: Linked } {
  const readings = reports.map((report): ArticleReading => {
    const claims = report.claims.map((claim, index) => inventClaim(report, claim, index));
    return { article: inventArticle(report), mentions: [], claims, voices: [], actors: [] };
  });
  const dated = reports.filter((report) => report.published !== undefined);
  return {
    readings,
    linked: {
      copies: (extra.copies ?? []).map(([from, to]): Copy => ({ from, to, kind: 'verbatim', score: 1, passages: [] })),
      stories: [],
      incidents: [
        {
          id: 'incident-1',
          title: 'Attack in Marl Harbour',
          type: extra.type ?? 'bombing',
          main: true,
          mentions: reports.map((report) => `mention-${report.id}`),
          articles: reports.map((report) => report.id),
          possiblySame: [],
          because: [],
          ...extra.incident,
        },
      ],
      claims: readings.flatMap((reading) => reading.claims),
      voices: [],
      reportDays: Object.fromEntries(
        dated.map((report) => [report.id, { day: (report.published ?? '').slice(0, 10), how: 'published' as const }]),
      ),
    },
  };
}

/** Make an invented report with one claim. */
export function inventOne(id: string, says: string, claim: object = {}, report: object = {}): InventedReport {
  return { id, outlet: `Outlet ${id}`, claims: [{ says, ...claim }], ...report };
}

/** What to reconcile an invented story by, and which count to look at: the killed under the default policy unless given. */
export interface Asked {
  readonly policy?: string;
  /** Days after an accident within which deaths are of it. */
  readonly maxDeathDelayDays?: number;
  readonly attribute?: CountAttribute;
  readonly copies?: readonly (readonly [string, string])[];
  readonly type?: IncidentType;
  /** Date, place or title that linking has settled. */
  readonly incident?: Pick<Partial<LinkedIncident>, 'date' | 'place' | 'venue' | 'title'>;
}

function optionsOf({ policy, maxDeathDelayDays }: Asked) {
  return { ...defaults, ...defined({ policy, maxDeathDelayDays }) };
}

/** Make the edition of some invented reports. */
export function inventEdition(reports: readonly InventedReport[], asked: Asked = {}): Edition {
  const options = optionsOf(asked);
  const story = inventStory(reports, asked);
  const { value } = reconcile(story, options, { now: '2031-05-10T00:00:00Z', seed: 1 });
  const { linked, readings } = story;
  return {
    variorum: 1,
    version: '0.0.0',
    config: { policy: options.policy, hash: '0123456789abcdef' },
    articles: readings.map(({ article: { id, text, outlet, wire, authors, language, blocks } }) => {
      const reportDay = linked.reportDays[id];
      const known = { ...(outlet && { outlet }), ...(wire && { wire }), ...(reportDay && { reportDay }) };
      return { id, path: `${id}.txt`, authors, language, text: text.value, blocks, ...known };
    }),
    copies: linked.copies,
    stories: [],
    incidents: value.incidents,
    claims: linked.claims.map((claim) => ({ ...claim, incident: 'incident-1' })),
    actors: value.actors,
    voices: [],
    issues: [],
  };
}

/** Reconcile invented reports and return the record of one counted attribute. */
export function reconcileReports(reports: readonly InventedReport[], asked: Asked = {}): CountRecord {
  const options = optionsOf(asked);
  const { value } = reconcile(inventStory(reports, asked), options, { now: '2031-05-10T00:00:00Z', seed: 1 });
  const record = value.incidents[0]?.attributes[asked.attribute ?? 'killed'];
  if (record === undefined || !isCountRecord(record)) throw new Error('the story has no such record');
  return record;
}

/** Return low, best and high of a record. */
export function sayRange({ low, best, high }: CountRecord): readonly (number | null)[] {
  return [low, best, high];
}

/** Return the difference of each reading by its number or words; differences of readings with one number are joined by "+". */
export function sayReasons(record: CountRecord): Readonly<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const { value, difference = 'accepted' } of record.readings) {
    if (value.kind !== 'count') continue;
    const name = `${value.anchor ?? value.vague ?? `${value.min}-${value.max}`}`;
    said[name] = said[name] === undefined ? difference : `${said[name]}+${difference}`;
  }
  return said;
}
