import type { Claim, Incident } from '../model/index.ts';
import { listWitnesses } from './counts.ts';
import type { Echoes } from './echoes.ts';
import { isPartisan } from './figures.ts';
import { groupBy, sortBy } from './order.ts';
import { makeDisjointSets } from './sets.ts';
import { sayValue } from './terms.ts';
import { type Archive, countIndependent } from './witnesses.ts';

type Reason = Incident['reasons'][number];

/** Share of words two statements must have in common to be one reason in other words. */
const sameWords = 0.6;

/** Gather reason claims: one reason for statements that share most of their words, with everyone who gives it. */
export function gatherReasons(echoes: Echoes, archive: Archive): Reason[] {
  const said = echoes.own.map((claim) => ({ claim, words: wordsOf(claim) }));
  const sets = makeDisjointSets();
  for (const [index, one] of said.entries()) {
    for (const other of said.slice(index + 1)) {
      if (shareWords(one.words, other.words) >= sameWords) sets.join(one.claim.id, other.claim.id);
    }
  }
  const groups = groupBy(
    said.map(({ claim }) => claim),
    (claim) => sets.find(claim.id),
  );
  const reasons = [...groups.values()].map((claims) => writeReason(claims, echoes, archive));
  return sortBy(reasons, (reason) => [-reason.independentSources, reason.summary, reason.claims[0] ?? '']);
}

function writeReason(claims: readonly Claim[], echoes: Echoes, archive: Archive): Reason {
  const shortest = sortBy(
    claims.map((claim) => sayValue(claim.value)),
    (text) => [text.length, text],
  )[0];
  const speakers = new Set(claims.map((claim) => speakerOf(claim, archive)));
  return {
    summary: shortest ?? '',
    kind: kindOf(claims),
    claims: listWitnesses(claims, echoes),
    speakers: sortBy([...speakers], (speaker) => [speaker]),
    independentSources: countIndependent(claims, archive),
  };
}

function speakerOf(claim: Claim, archive: Archive): string {
  const article = archive.articles.get(claim.article);
  return claim.attribution?.speaker ?? article?.outlet ?? article?.headline ?? claim.article;
}

/** Established by an inquiry's finding, claimed by a party to the violence, inferred by anyone else. */
function kindOf(claims: readonly Claim[]): Reason['kind'] {
  const found = claims.some(
    ({ attribution, modality }) =>
      modality === 'asserted' &&
      (attribution?.kind === 'official' || attribution?.kind === 'police') &&
      /\b(found|conclud|establish|rul)/i.test(attribution.cue ?? ''),
  );
  if (found) return 'established';
  return claims.some((claim) => claim.modality === 'claimed' || isPartisan(claim)) ? 'claimed' : 'inferred';
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
