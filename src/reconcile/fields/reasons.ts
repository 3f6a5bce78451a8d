import { type Claim, groupBy, type Incident, type IncidentType, makeDisjointSets, sortBy } from '../../model/index.ts';
import { listWitnesses } from '../counts/counts.ts';
import { isPartisan } from '../counts/figures.ts';
import type { DuplicateClaims } from '../evidence/duplicate-claims.ts';
import { type Archive, countIndependent } from '../evidence/witnesses.ts';
import { sayValue } from './terms.ts';

type Reason = Incident['reasons'][number];

/** Share of words two statements must have in common to be one reason in other words. */
const sameWords = 0.6;

/** A name in more than this share of an incident's reasons does not distinguish them: who was attacked stands in all. */
const commonShare = 0.67;

interface Said {
  readonly claim: Claim;
  readonly words: ReadonlySet<string>;
  /** Stems of its names: what the reason is about. */
  readonly names: ReadonlySet<string>;
}

/**
 * Gather reason claims: one reason for statements that share most of their words, or the names that set them apart from the other
 * reasons of the incident ("the war in X", "its part in the X conflict"), with everyone who gives it.
 */
export function gatherReasons(
  duplicates: DuplicateClaims,
  archive: Archive,
  place?: Incident['place'],
  type?: IncidentType,
): Reason[] {
  const known = namesOfPlace(place);
  const said = tellNames(
    duplicates.own.map((claim) => ({ claim, words: wordsOf(claim), names: namesOf(claim) })),
    known,
  );
  const sets = makeDisjointSets();
  for (const [index, one] of said.entries()) {
    for (const other of said.slice(index + 1)) {
      if (shareWords(one.words, other.words) >= sameWords || sharesName(one, other))
        sets.join(one.claim.id, other.claim.id);
    }
  }
  const groups = groupBy(
    said.map(({ claim }) => claim),
    (claim) => sets.find(claim.id),
  );
  const reasons = [...groups.values()].map((claims) => writeReason(claims, duplicates, archive, type));
  return sortBy(reasons, (reason) => [-reason.independentSources, reason.summary, reason.claims[0] ?? '']);
}

function isTelling(count: number, all: number): boolean {
  return all < 3 || count <= all * commonShare;
}

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** Names of where it happened, which any reason for it may hold. */
function namesOfPlace(place: Incident['place'] | undefined): ReadonlySet<string> {
  const country = place?.country === undefined ? undefined : countries.of(place.country);
  const names = [place?.name, place?.city, place?.state, country].filter((name) => typeof name === 'string');
  return new Set(names.flatMap((name) => name.match(/\p{L}{4,}/gu) ?? []).map(stem));
}

/** Leave out the names that most of the reasons hold, where there are enough to tell, and those of where it happened. */
function tellNames(said: readonly Said[], known: ReadonlySet<string>): readonly Said[] {
  const counts = new Map<string, number>();
  for (const { names } of said) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return said.map((one) => ({
    ...one,
    names: new Set([...one.names].filter((name) => !known.has(name) && isTelling(counts.get(name) ?? 0, said.length))),
  }));
}

function sharesName(one: Said, other: Said): boolean {
  return [...one.names].some((name) => other.names.has(name));
}

/** Units of a name its country and its people share: "Velmara", "Velmaran". */
const stemUnits = 5;

function stem(name: string): string {
  return name.toLowerCase().slice(0, stemUnits);
}

/** Stems of the capitalised words of a statement, its first word only where more follow like it. */
function namesOf(claim: Claim): ReadonlySet<string> {
  const words = sayValue(claim.value).match(/[\p{L}]+/gu) ?? [];
  const names = words.filter((word, at) => at > 0 && /^\p{Lu}\p{Ll}{3,}/u.test(word));
  return new Set(names.map(stem));
}

function writeReason(
  claims: readonly Claim[],
  duplicates: DuplicateClaims,
  archive: Archive,
  type: IncidentType | undefined,
): Reason {
  const shortest = sortBy(
    claims.map((claim) => sayValue(claim.value)),
    (text) => [text.length, text],
  )[0];
  const speakers = new Set(claims.map((claim) => speakerOf(claim, archive)));
  return {
    summary: shortest ?? '',
    kind: kindOf(claims, type),
    claims: listWitnesses(claims, duplicates),
    speakers: sortBy([...speakers], (speaker) => [speaker]),
    independentSources: countIndependent(claims, archive),
  };
}

function speakerOf(claim: Claim, archive: Archive): string {
  const article = archive.articles.get(claim.article);
  return claim.attribution?.speaker ?? article?.outlet ?? article?.path?.split('/').at(-1) ?? 'a report';
}

/**
 * Established by an inquiry's finding, or told outright by a report of what nobody meant; claimed by whoever did it or suffered it: a party,
 * an army, a suspect; inferred by anyone else.
 */
function kindOf(claims: readonly Claim[], type: IncidentType | undefined): Reason['kind'] {
  const asserted = claims.filter(({ modality }) => modality === 'asserted');
  const found = asserted.some(
    ({ attribution }) =>
      (attribution?.kind === 'official' || attribution?.kind === 'police') &&
      /\b(found|conclud|establish|rul)/i.test(attribution.cue ?? ''),
  );
  if (found) return 'established';
  if (claims.some((claim) => claim.modality === 'claimed' || isPartisan(claim) || speaksForASide(claim)))
    return 'claimed';
  const outright = asserted.some(({ attribution }) => attribution === undefined || attribution.kind === 'outlet');
  return outright && type !== undefined && unmeant.has(type) ? 'established' : 'inferred';
}

/** Kinds of incident that nobody means to happen. */
const unmeant: ReadonlySet<IncidentType> = new Set(['accident', 'fire', 'disaster']);

function speaksForASide({ attribution }: Claim): boolean {
  return attribution?.kind === 'military' || attribution?.kind === 'official';
}

function wordsOf(claim: Claim): ReadonlySet<string> {
  const words =
    sayValue(claim.value)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 3));
}

function shareWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
