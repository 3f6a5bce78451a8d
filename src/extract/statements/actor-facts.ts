import table from '../../../data/actor-fact-words.json' with { type: 'json' };
import type { Article, Attribution, Claim, ClaimValue, NameMention, Range } from '../../model/index.ts';
import { makeClaim } from '../claims.ts';
import { rangeOf, type SentenceView, type TokenSpan, wordAt } from '../view.ts';
import { startClause } from './stretch.ts';

const foundingForms: ReadonlySet<string> = new Set(table.foundingForms);
const kin: ReadonlySet<string> = new Set(table.kin);
const allegiance: ReadonlySet<string> = new Set(table.allegiance);
const active: ReadonlySet<string> = new Set(table.active);
const members: ReadonlySet<string> = new Set(table.members);
const having: ReadonlySet<string> = new Set(table.having);
const anaphors: ReadonlySet<string> = new Set(table.anaphors);
const things: ReadonlySet<string> = new Set(table.things);

type Actor = TokenSpan<NameMention>;

/** A fact about an armed group: its words are tokens [`first`, `last`). */
interface Fact {
  readonly attribute: 'inception' | 'affiliation' | 'area' | 'strength';
  readonly value: ClaimValue;
  readonly actor: string;
  readonly first: number;
  readonly last: number;
}

/** A sentence and the group the sentences before it spoke of last. */
interface FactInput {
  readonly view: SentenceView;
  readonly before: string | undefined;
}

type FactReader = (input: FactInput, at: number) => readonly Fact[];

function armedIn(view: SentenceView): readonly Actor[] {
  return view.names.filter((name) => name.rule === 'known-actor');
}

/** Tell whether a name can be what its sentence is about: not "of X", "X's", "(X)" nor "X fighters". */
function isTopic(view: SentenceView, name: Actor): boolean {
  const lead = wordAt(view, name.first - 1) === 'the' ? name.first - 2 : name.first - 1;
  const before = view.tokens[lead];
  const after = view.tokens[name.last];
  if (before !== undefined && (before.pos === 'ADP' || before.form === '(' || before.lower === 'to')) return false;
  return after === undefined || !(after.pos === 'NOUN' || /^['’]s?$/.test(after.form));
}

/** "X (Y), a branch founded in …": the name right before the apposition a token stands in. */
function findApposed(view: SentenceView, at: number): Actor | undefined {
  const comma = view.tokens.findLastIndex((token, index) => index < at && token.form === ',');
  const noun = view.tokens.findIndex((token, index) => index > comma && kin.has(token.lower));
  if (comma < 1 || noun < 0 || noun > at || noun > comma + 5) return undefined;
  const closed = wordAt(view, comma - 1) === ')' ? comma - 1 : comma;
  return armedIn(view).findLast((name) => name.last === closed);
}

/** Find the group a token is said of: the nearest named before it, or the one a word like "the group" stands for. */
function findSubject(
  { view, before }: FactInput,
  at: number,
): { readonly key: string; readonly first: number } | undefined {
  const apposed = findApposed(view, at);
  if (apposed !== undefined) return { key: apposed.key, first: apposed.first };
  const named = armedIn(view).findLast((name) => name.last <= at && isTopic(view, name));
  const anaphor = view.tokens.findLastIndex(
    (token, index) => index < at && anaphors.has(token.lower) && isDefinite(view, index),
  );
  if (named === undefined && before !== undefined && anaphor >= 0) return { key: before, first: anaphor };
  return named === undefined ? undefined : { key: named.key, first: named.first };
}

/** Find the group a sentence is about: one named before its first verb. */
function findTopic(view: SentenceView): string | undefined {
  const verb = view.tokens.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return armedIn(view).find((name) => isTopic(view, name) && (verb < 0 || name.first < verb))?.key;
}

function isDefinite(view: SentenceView, at: number): boolean {
  if (wordAt(view, at) === 'it') return at < 3;
  return view.tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === 'the' || lower === 'this');
}

/** "was formed in 2015", "emerged in the hills in late 2014". Not "formed a line": the group itself, and a time after. */
const founded: FactReader = (input, at) => {
  const { view } = input;
  if (!foundingForms.has(wordAt(view, at))) return [];
  const time = view.times.find((one) => one.first > at && one.first - at < 10 && one.value !== undefined);
  const subject = findSubject(input, at);
  if (time?.value === undefined || subject === undefined) return [];
  if (view.tokens.slice(at + 1, time.first).some((token) => things.has(token.lower) || token.pos === 'VERB')) return [];
  return [{ attribute: 'inception', value: time.value, actor: subject.key, first: at, last: time.last }];
};

/** "X is a branch of Y", "X, an affiliate of Y". Not "a branch of the bank": Y must be a known group other than X. */
const kinOf: FactReader = (input, at) => {
  const { view } = input;
  if (!kin.has(wordAt(view, at))) return [];
  const parent = armedIn(view).find(
    (name) =>
      name.first > at &&
      name.first - at < 6 &&
      view.tokens.slice(at + 1, name.first).some(({ lower }) => lower === 'of'),
  );
  const subject = findSubject(input, at);
  if (parent === undefined || subject === undefined || subject.key === parent.key) return [];
  return [
    {
      attribute: 'affiliation',
      value: { kind: 'actor', name: parent.key },
      actor: subject.key,
      first: at,
      last: parent.last,
    },
  ];
};

/** "the group's parent organisation Y", "pledged allegiance to Y". */
const sworn: FactReader = (input, at) => {
  const { view } = input;
  const isParent = wordAt(view, at) === 'parent';
  if (!isParent && !(allegiance.has(wordAt(view, at)) && wordAt(view, at + 1) === 'to')) return [];
  const lord = armedIn(view).find((name) => name.first > at && name.first - at < 5);
  const subject = findSubject(input, at);
  if (lord === undefined || subject === undefined || subject.key === lord.key) return [];
  return [
    {
      attribute: 'affiliation',
      value: { kind: 'actor', name: lord.key },
      actor: subject.key,
      first: at,
      last: lord.last,
    },
  ];
};

/** "operates in Y", "mostly active in Y and Z", "based in Y". Not "based on": places must follow. */
const areas: FactReader = (input, at) => {
  const { view } = input;
  if (!active.has(wordAt(view, at))) return [];
  const subject = findSubject(input, at);
  if (subject === undefined || subject.first < startClause(view, at) - 12) return [];
  const found: Fact[] = [];
  let reached = at + 1;
  for (const place of view.places) {
    if (place.first <= at || place.value === undefined) continue;
    const between = view.tokens.slice(reached, place.first);
    const joins =
      between.length <= 6 &&
      between.every(
        ({ pos, form }) => ['ADP', 'DET', 'CCONJ', 'ADJ', 'ADV', 'NOUN'].includes(pos) || form === ',' || form === '(',
      );
    if (!joins || (found.length === 0 && !between.some(({ pos }) => pos === 'ADP'))) break;
    found.push({ attribute: 'area', value: place.value, actor: subject.key, first: at, last: place.last });
    reached = place.last;
  }
  return found;
};

/** "with several thousand fighters". Not "killed six fighters": words of having must come before the figure. */
const strength: FactReader = (input, at) => {
  const { view } = input;
  const quantity = view.quantities.find((one) => one.first === at && one.quantity !== 'ordinal');
  if (quantity === undefined || !members.has(wordAt(view, quantity.last))) return [];
  const near = view.tokens.slice(Math.max(0, at - 3), at);
  const subject = findSubject(input, at);
  if (subject === undefined || !near.some((token) => having.has(token.lower))) return [];
  return [{ attribute: 'strength', value: quantity.value, actor: subject.key, first: at, last: quantity.last + 1 }];
};

const readers: readonly FactReader[] = [founded, kinOf, sworn, areas, strength];

/** Find facts told of known armed groups, sentence by sentence. */
function findFacts(views: readonly SentenceView[]): readonly { readonly view: SentenceView; readonly fact: Fact }[] {
  // Every fact is of a known group, or of a word that stands for one named before.
  if (!views.some((view) => view.names.some(({ rule }) => rule === 'known-actor'))) return [];
  let before: string | undefined;
  return views.flatMap((view) => {
    const input = { view, before };
    const found = view.tokens.flatMap((_, at) => readers.flatMap((read) => read(input, at)));
    before = findTopic(view) ?? before;
    return found.map((fact) => ({ view, fact }));
  });
}

/** Make the claims about armed groups themselves: since when, part of what, where active, how strong. */
export function makeActorClaims(
  article: Article,
  views: readonly SentenceView[],
  attributed: (range: Range) => Attribution | undefined,
  incidentOf: (view: SentenceView) => string | undefined,
): readonly Claim[] {
  return findFacts(views).flatMap(({ view, fact }) => {
    const mention = incidentOf(view);
    if (mention === undefined) return [];
    const words = rangeOf(view, fact.first, fact.last);
    const claim = makeClaim(
      { article, mention },
      {
        attribute: fact.attribute,
        value: fact.value,
        evidence: [words],
        view,
        rule: `actor/${fact.attribute}`,
        attribution: attributed(words),
        confidence: 0.75,
      },
    );
    return [{ ...claim, actor: fact.actor }];
  });
}
