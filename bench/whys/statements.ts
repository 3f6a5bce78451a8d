import { type Claim, defined, type Incident, type Range, type Voice } from '../../src/model/index.ts';
import { relocate } from '../claims/predict.ts';
import type { RecordGroup } from '../records/gold.ts';
import type { GroupOutcome, ReadReport } from '../records/read.ts';

/** A reason, or a statement of who did it: its kind, where its words stand, and the incident it is of. */
export interface Statement {
  readonly kind: string;
  readonly report: number;
  readonly ranges: readonly Range[];
  readonly incident: string | undefined;
  /** What was read, for a list of misses. */
  readonly words?: string;
}

export type StatementSort = 'reasons' | 'responsibility';

/** List the gold's statements of a group; `warned` is told elsewhere. */
export function listGold(group: RecordGroup, sort: StatementSort): readonly Statement[] {
  const told =
    sort === 'reasons'
      ? group.reasons
      : group.responsibility.map(({ stance, ...rest }) => ({ ...rest, kind: stance })).filter(isOfDoing);
  return told.map(({ kind, report, incident, start, end }) => ({ kind, report, incident, ranges: [{ start, end }] }));
}

const isOfDoing = ({ kind }: { readonly kind: string }): boolean => kind !== 'warned';

type Reports = readonly (ReadReport | undefined)[];

/** List what we read of reasons or of who did it. */
export function listOurs(
  sort: StatementSort,
  { linked, incidents }: GroupOutcome,
  reports: Reports,
): readonly Statement[] {
  if (sort === 'reasons') {
    const kinds = kindsOfReasons(incidents);
    return linked.claims
      .filter(({ attribute }) => attribute === 'reason')
      .flatMap((claim) => placeClaim(claim, kinds.get(claim.id) ?? 'inferred', reports));
  }
  const claims = linked.claims.filter(({ attribute }) => attribute === 'perpetrator' || attribute === 'responsibility');
  const said = claims.flatMap((claim) => placeClaim(claim, stanceOf(claim), reports));
  return [...said, ...linked.voices.filter(speaksOfDoing).flatMap((voice) => placeVoice(voice, said, reports))];
}

function kindsOfReasons(incidents: readonly Incident[]): ReadonlyMap<string, string> {
  return new Map(
    incidents.flatMap(({ reasons }) => reasons.flatMap(({ kind, claims }) => claims.map((id) => [id, kind]))),
  );
}

/** A claim's stance in the gold's terms: an armed group that is named as the doer is accused. */
export function stanceOf({ attribute, modality, standing }: Claim): string {
  if (attribute === 'responsibility') return modality === 'denied' ? 'denies' : 'claims';
  if (modality === 'denied' || modality === 'negated') return 'denies';
  if (modality === 'claimed') return 'claims';
  if (standing === 'convicted') return 'convicted';
  return standing === 'suspected' ? 'suspects' : 'accuses';
}

function speaksOfDoing({ responsibility, stance }: Voice): boolean {
  return responsibility === true || stance === 'accuses';
}

function placeClaim(claim: Claim, kind: string, reports: Reports): readonly Statement[] {
  const report = reports.findIndex((one) => one?.reading.article.id === claim.article);
  const from = reports[report];
  if (from === undefined || claim.modality === 'hypothetical') return [];
  const ranges = claim.evidence.flatMap(
    ({ start, quote }) => relocate(quote, start, from.reading.article.text.value, from.whole) ?? [],
  );
  const words = claim.evidence.map(({ quote }) => quote).join(' … ');
  return [{ kind, report, ranges, incident: claim.incident, words }];
}

/** A voice that no claim was made of. */
function placeVoice(voice: Voice, said: readonly Statement[], reports: Reports): readonly Statement[] {
  const report = reports.findIndex((one) => one?.reading.article.id === voice.article);
  const from = reports[report];
  if (from === undefined) return [];
  const range = relocate(voice.quote, voice.start, from.reading.article.text.value, from.whole);
  if (range === undefined) return [];
  const known = said.some((one) => one.report === report && one.ranges.some((own) => meets(own, range)));
  if (known) return [];
  return [
    {
      kind: voice.stance,
      report,
      ranges: [range],
      words: voice.quote,
      incident: undefined,
      ...defined({ incident: voice.incident }),
    },
  ];
}

/** Tell whether two ranges share words. */
export function meets(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}
