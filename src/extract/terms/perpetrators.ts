import table from '../../../data/perpetrator-words.json' with { type: 'json' };
import type { Claim, Modality } from '../../model/index.ts';
import { verbClass } from '../lexicon.ts';
import { readTriggers } from '../scenes/triggers.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { findSides, type SideMention, tellsHarm } from './sides.ts';

/** A doer by its name, tokens [`first`, `last`). */
type Doer = Pick<SideMention, 'key' | 'first' | 'last'>;

/** An organisation, or the forces of a side, that the words tie to an incident as its doer. */
export interface PerpetratorFinding {
  readonly actor: Doer;
  /** True for the forces of a side, which are no organisation by name. */
  readonly isSide: boolean;
  readonly view: SentenceView;
  readonly first: number;
  readonly last: number;
  readonly modality: Modality;
  readonly standing: Standing | undefined;
  readonly rule: string;
}

type Standing = NonNullable<Claim['standing']>;

type Tie = Pick<PerpetratorFinding, 'first' | 'last' | 'rule'>;

const suspecting: ReadonlySet<string> = new Set(table.suspecting);
const doubting: ReadonlySet<string> = new Set(table.doubting);
const denying: ReadonlySet<string> = new Set(table.denying);
const doing: ReadonlySet<string> = new Set(table.doing);
const standings = Object.entries(table.standings).map(([name, words]) => [name as Standing, new Set(words)] as const);
const ofCharges: ReadonlySet<string> = new Set(table.ofCharges);
const notTheGroup: ReadonlySet<string> = new Set(table.notTheGroup);
const doneBy = new RegExp(`\\b(?:${table.doneBy.join('|')})\\b(?: \\S+){0,4} by(?: the)?$`, 'u');
const laidTo = new RegExp(`\\b(?:${table.laidTo.join('|')})(?: the)?$`, 'u');

/** Tokens looked at before a name for "carried out by", and after it for its verb. */
const reach = 6;

/** "carried out by X", "the bombing was blamed on X". Not "claimed by X" of a prize: the sentence must tell of violence. */
function byWords(view: SentenceView, actor: Doer): Tie | undefined {
  const first = Math.max(0, actor.first - reach);
  const words = view.tokens.slice(first, actor.first).map((token) => token.lower);
  const text = words.join(' ');
  return doneBy.test(text) || laidTo.test(text) ? { first, last: actor.last, rule: 'perpetrator/by' } : undefined;
}

function isPassive(view: SentenceView, from: number, at: number): boolean {
  const words = view.tokens.slice(from, at);
  return (
    words.some((token) => ['was', 'were', 'been', 'being', 'are', 'is'].includes(token.lower)) &&
    !wordAt(view, at).endsWith('ing')
  );
}

/** Words that make the verb before them a participle: whoever stands before it suffered it. */
const afterParticiple: ReadonlySet<string> = new Set(['by', 'during', 'in', 'when', 'on']);

/** "X seized", "X was behind", "X is responsible". Not "X members were killed" nor "X took responsibility behind". */
function asSubject(view: SentenceView, actor: Doer): Tie | undefined {
  for (let at = actor.last; at < Math.min(view.tokens.length, actor.last + reach); at++) {
    const token = view.tokens[at];
    if (token === undefined || token.form === ',' || token.pos === 'CCONJ' || notTheGroup.has(token.lower))
      return undefined;
    const fault =
      token.lower === 'responsible' || (token.lower === 'behind' && wordAt(view, at - 1) !== 'responsibility');
    if (fault) return { first: actor.first, last: at + 1, rule: 'perpetrator/responsible' };
    // "two Velmaran soldiers killed during the war": they were killed.
    const kills = token.pos === 'VERB' && verbClass(token)?.class === 'killed';
    if (kills && afterParticiple.has(wordAt(view, at + 1))) return undefined;
    const acts = kills || (token.pos === 'VERB' && doing.has(token.lemma));
    // "is involved in attacking" tells of a habit, not of one attack.
    if (acts && !isPassive(view, actor.last, at) && wordAt(view, at - 1) !== 'in')
      return { first: actor.first, last: at + 1, rule: 'perpetrator/subject' };
  }
  return undefined;
}

/** "charged with", "guilty of"; "convicted militants". Not "the crowd charged", nor "not charged", nor "has yet to be charged". */
function standsAt(view: SentenceView, at: number): boolean {
  const before = view.tokens.slice(Math.max(0, at - 4), at);
  if (before.some(({ lower }) => denying.has(lower) || lower === 'without' || lower === 'yet')) return false;
  if (!['charged', 'cleared', 'sentenced', 'jailed'].includes(wordAt(view, at))) return true;
  const after = view.tokens.slice(at + 1, at + 4);
  return after.some(({ lower }) => ofCharges.has(lower)) || isPassive(view, Math.max(0, at - 3), at);
}

/**
 * Tell how far the case against a doer, tokens [`first`, `last`), has come in the words near it, the court's word first: acquitted,
 * convicted, charged, blamed by somebody, suspected. Undefined where the words say none of it.
 */
export function standingNear(view: SentenceView, first: number, last: number, tieEnd = last): Standing | undefined {
  const from = Math.max(0, first - 8);
  const near = view.tokens.slice(from, Math.max(tieEnd, last + 6));
  return standings.find(([, words]) =>
    near.some(({ lower }, index) => words.has(lower) && standsAt(view, from + index)),
  )?.[0];
}

/** Tell how the words around a doer, tokens [`first`, `last`), take it: asserted, alleged, denied or supposed. */
export function modalityNear(view: SentenceView, first: number, last: number, tieEnd = last): Modality {
  const between = view.tokens.slice(first, tieEnd);
  if (between.some((token) => denying.has(token.lower))) return 'negated';
  if (doubting.has(wordAt(view, 0))) return 'hypothetical';
  const standing = standingNear(view, first, last, tieEnd);
  if (standing === 'acquitted') return 'negated';
  if (standing === 'convicted') return 'asserted';
  if (standing !== undefined) return 'alleged';
  const near = view.tokens.slice(Math.max(0, first - 8), last + 4);
  return near.some((token) => suspecting.has(token.lower)) ? 'alleged' : 'asserted';
}

/** "An attack claimed by X": its own claim of having done it, told by the report. */
function isOwned(view: SentenceView, actor: Doer, { rule, first }: Tie): boolean {
  const words = view.tokens.slice(first, actor.first).map(({ lower }) => lower);
  return rule === 'perpetrator/by' && / claimed by(?: the)?$/.test(` ${words.join(' ')}`);
}

/** "killed in Velmaran air strikes", "Velmaran warplanes bombed". Not "Velmaran soldiers were killed". */
function tieSide(view: SentenceView, side: SideMention): Tie | undefined {
  if (!tellsHarm(view)) return undefined;
  if (side.isDeed) return { first: side.first, last: side.last, rule: 'perpetrator/side-deed' };
  const tie = byWords(view, side) ?? asSubject(view, side);
  return tie === undefined ? undefined : { ...tie, rule: 'perpetrator/side' };
}

/**
 * Read the armed organisations, and the forces of sides, that a sentence names as doers: "carried out by X", "X was behind", "blamed on
 * X", "X seized", "killed in Velmaran air strikes".
 */
export function readPerpetrators(views: readonly SentenceView[]): readonly PerpetratorFinding[] {
  return views.flatMap((view) => {
    if (readTriggers(view).length === 0) return [];
    const armed = view.names.filter((name) => name.rule === 'known-actor');
    const named = armed.map((actor) => ({ actor, isSide: false, tie: byWords(view, actor) ?? asSubject(view, actor) }));
    const sides = findSides(view)
      .filter((side) => !armed.some(({ first, last }) => first < side.last && side.first < last))
      .map((side) => ({ actor: side, isSide: true, tie: tieSide(view, side) }));
    return [...named, ...sides].flatMap(({ actor, isSide, tie }) =>
      tie === undefined
        ? []
        : [
            {
              isSide,
              actor: { key: actor.key, first: actor.first, last: actor.last },
              view,
              ...tie,
              modality: isOwned(view, actor, tie) ? 'claimed' : modalityNear(view, actor.first, actor.last, tie.last),
              standing: standingNear(view, actor.first, actor.last, tie.last),
            },
          ],
    );
  });
}
