import type { CountValue, NameMention, Quantity, Token } from '../../model/index.ts';
import { isParticiple, isPluralPerson, isThingAfterPeople, personLemma, personNoun, verbClass } from '../lexicon.ts';
import { type Placed, type SentenceView, wordAt } from '../view.ts';
import { mergeAppositions } from './apposition.ts';
import type { Determiner, Group } from './group.ts';

const one: CountValue = { kind: 'count', min: 1, max: 1, anchor: 1, qualifier: 'implicit' };
const zero: CountValue = { kind: 'count', min: 0, max: 0, anchor: 0 };
const more: ReadonlySet<string> = new Set(['more', 'other', 'others', 'additional', 'further', 'another', 'else']);
const demonstratives: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those']);
const possessives: ReadonlySet<string> = new Set([
  'his',
  'her',
  'their',
  'its',
  'my',
  'our',
  'your',
  "'s",
  '’s',
  "'",
  '’',
]);
const pronouns: Readonly<Record<string, Partial<Group>>> = {
  he: { sex: 'male', singular: true, count: one },
  him: { sex: 'male', singular: true, count: one },
  she: { sex: 'female', singular: true, count: one },
  they: {},
  them: {},
  both: { count: { kind: 'count', min: 2, max: 2, anchor: 2, qualifier: 'implicit' } },
};
/** Words that name people by what became of them: "the injured". */
const collectives: ReadonlySet<string> = new Set(['dead', 'injured', 'wounded', 'hurt', 'missing', 'killed']);
const humanSuffix = /(?:ers|ors|ists|ians|ees|ants|men|women|kids|folk|goers|mates|aries)$/;

const emptyGroup = {
  noun: '',
  determiner: 'bare' as Determiner,
  counted: false,
  singular: false,
  classes: [] as readonly string[],
  additional: false,
  partOf: false,
  none: false,
  possessor: false,
};

const marks: ReadonlySet<string> = new Set(["'s", '’s', "'", '’']);

/** Mark a group that a possessive follows. */
function markPossessor(view: SentenceView, group: Group): Group {
  const next = view.tokens[group.last];
  const owns =
    next !== undefined &&
    marks.has(next.lower) &&
    next.start === view.tokens[group.last - 1]?.end &&
    view.tokens[group.last + 1]?.pos !== 'VERB' &&
    view.tokens[group.last + 1]?.pos !== 'AUX';
  return owns ? { ...group, possessor: true } : group;
}

const openers: ReadonlySet<string> = new Set([
  'as',
  'after',
  'when',
  'while',
  'because',
  'before',
  'since',
  'until',
  'that',
  'if',
  'where',
  'than',
]);

function governorOf(view: SentenceView, first: number): string {
  const before = view.tokens[first - 1];
  // A conjunction opens a clause of its own, whose subject may follow at once.
  if (before === undefined || openers.has(before.lower)) return '';
  if (
    before.pos === 'ADP' ||
    [
      'of',
      'by',
      'with',
      'in',
      'to',
      'for',
      'from',
      'against',
      'on',
      'at',
      'near',
      'behind',
      'between',
      'among',
      'about',
      'after',
      'before',
      'like',
      'into',
    ].includes(before.lower)
  )
    return before.lower;
  return '';
}

function isModifier(token: Token): boolean {
  if (['-', '"', '“', '”', "'"].includes(token.form)) return true;
  if (token.pos === 'ADJ' || token.pos === 'NOUN' || token.pos === 'PROPN') return true;
  if (token.pos === 'ADV') return token.lower.endsWith('ly');
  return token.pos === 'VERB' && (/(?:ed|en)$/.test(token.lower) || token.lower === 'surviving');
}

const monthsPerYear = 12;

/** Give an age in whole years: "17-month-old" is 1, "3-week-old" is 0. */
function yearsOf(view: SentenceView, quantity: Placed<Quantity>): number | undefined {
  const { anchor } = quantity.value;
  const unit = wordAt(view, quantity.last) === '-' ? wordAt(view, quantity.last + 1) : wordAt(view, quantity.last);
  if (anchor === undefined || !/^(?:month|week|day)/.test(unit)) return anchor;
  return unit.startsWith('month') ? Math.floor(anchor / monthsPerYear) : 0;
}

/** Walk left from a head over its modifiers to its determiner; never past `floor` or a casualty participle of a headline. */
function leftEdge(
  view: SentenceView,
  head: number,
  floor: number,
): { readonly first: number; readonly determiner: Determiner; readonly age?: number } {
  let first = head;
  let age: number | undefined;
  while (first > floor && head - first < 10) {
    const token = view.tokens[first - 1];
    if (token === undefined) break;
    const word = token.lower;
    if (word === 'a' || word === 'an' || word === 'another') return found(first - 1, 'indefinite', age);
    if (demonstratives.has(word)) return found(first - 1, 'definite', age);
    if (possessives.has(word) && token.pos !== 'PUNCT') return found(first - 1, 'possessive', age);
    const quantity = view.quantities.find((item) => item.first <= first - 1 && item.last >= first);
    if (quantity?.quantity === 'age') age = yearsOf(view, quantity);
    else if (quantity?.quantity === 'ordinal') return found(first - 1, 'indefinite', age);
    else if (
      quantity !== undefined ||
      !isModifier(token) ||
      (token.pos === 'VERB' && verbClass(token) !== undefined && !['an', 'a', 'the'].includes(wordAt(view, first - 2)))
    )
      break;
    first--;
  }
  return found(first, 'bare', age);
}

function found(first: number, determiner: Determiner, age: number | undefined) {
  return { first, determiner, ...(age === undefined ? {} : { age }) };
}

/** Find the people noun that heads the noun run beginning at `from`; -1 where the run names no people. */
function headAfter(view: SentenceView, from: number): { readonly head: number; readonly known: boolean } {
  let head = -1;
  let at = from;
  for (; at < Math.min(view.tokens.length, from + 7); at++) {
    const token = view.tokens[at];
    if (token === undefined) break;
    const lemma = personLemma(token);
    if (lemma !== undefined) head = at;
    else if (head >= 0 && token.pos === 'NOUN' && isThingAfterPeople(token)) return { head: -1, known: false };
    else if (head >= 0 || isParticiple(token) || !isModifier(token)) break;
  }
  if (head >= 0) return { head, known: true };
  const last = view.tokens[at - 1];
  if (at > from && last !== undefined && last.pos === 'NOUN' && humanSuffix.test(last.lower))
    return { head: at - 1, known: false };
  return { head: -1, known: false };
}

/** Tell whether a number without a noun stands where people are meant: "137 were killed", "two dead", "five others". */
function standsAlone(view: SentenceView, at: number, quantity: Quantity): boolean {
  const next = view.tokens[at];
  if (
    quantity.quantity === 'vague' &&
    ['many', 'several', 'few', 'numerous', 'multiple'].includes(quantity.value.vague ?? '') &&
    next?.pos === 'NOUN'
  )
    return false;
  if (
    next === undefined ||
    next.pos === 'AUX' ||
    next.pos === 'VERB' ||
    next.pos === 'PUNCT' ||
    next.pos === 'CCONJ' ||
    next.pos === 'ADP'
  )
    return true;
  if (
    [
      'dead',
      'hurt',
      'missing',
      'unharmed',
      'injured',
      'wounded',
      'fatally',
      'critically',
      'seriously',
      'who',
      'feared',
      'in',
      'at',
      'after',
      'reported',
      'die',
      'dies',
    ].includes(next.lower)
  )
    return true;
  return isParticiple(next) || verbClass(next) !== undefined;
}

function describe(head: Token): Pick<Group, 'noun' | 'classes' | 'sex' | 'role'> {
  const noun = personLemma(head) ?? head.lower;
  const known = personNoun(noun);
  return {
    noun,
    classes: known?.classes ?? [],
    ...(known?.sex === undefined ? {} : { sex: known.sex }),
    ...(known?.role === undefined ? {} : { role: known.role }),
  };
}

function readCounted(view: SentenceView, quantity: Placed<Quantity>): Group | undefined {
  if (quantity.quantity !== 'cardinal' && quantity.quantity !== 'vague') return undefined;
  let at = quantity.last;
  let additional = quantity.additional === true;
  if (more.has(wordAt(view, at))) {
    additional = true;
    at++;
  }
  const before = wordAt(view, quantity.first - 1);
  const definite = ['the', 'these', 'those', 'all'].includes(before) || possessives.has(before);
  const denied = before === 'not' && quantity.value.anchor === 1;
  const shared = {
    ...emptyGroup,
    first: definite ? quantity.first - 1 : quantity.first,
    determiner: (definite ? 'definite' : 'indefinite') as Determiner,
    count: denied ? zero : quantity.value,
    counted: true,
    none: denied,
    singular: quantity.value.max === 1 && quantity.value.min === 1,
    additional,
    governor: governorOf(view, definite ? quantity.first - 1 : quantity.first),
  };
  if (wordAt(view, at) === 'of') {
    const next = wordAt(view, at + 1);
    if (['them', 'whom', 'us', 'those', 'these', 'which'].includes(next))
      return { ...shared, head: at + 1, last: at + 2, partOf: true };
    const part = ['the', 'his', 'her', 'their', 'its'].includes(next);
    // "seven of the eight passengers"
    const from = at + (part ? 2 : 1);
    const whole = part
      ? view.quantities.find((item) => item.first === from && item.quantity === 'cardinal')
      : undefined;
    const { head } = headAfter(view, whole?.last ?? from);
    const token = view.tokens[head];
    // "two of the injured died"
    const fallen =
      part && whole === undefined && collectives.has(wordAt(view, from)) && view.tokens[from + 1]?.pos !== 'NOUN';
    if (token === undefined) return fallen ? { ...shared, head: from, last: from + 1, partOf: true } : undefined;
    return { ...shared, ...describe(token), head, last: head + 1, partOf: part };
  }
  const { head, known } = headAfter(view, at);
  const token = view.tokens[head];
  if (token !== undefined && (known || quantity.quantity === 'cardinal'))
    return { ...shared, ...describe(token), head, last: head + 1 };
  if (additional || standsAlone(view, at, quantity)) {
    // "One" alone is a person only where a predicate follows at once: "one fatally", "one was killed", "one dead".
    return { ...shared, head: at - 1, last: at };
  }
  return undefined;
}

function readNamed(view: SentenceView, name: Placed<NameMention>): Group {
  const age =
    wordAt(view, name.last) === ',' || wordAt(view, name.last) === '('
      ? view.quantities.find((item) => item.first === name.last + 1 && item.quantity === 'age')
      : undefined;
  return {
    ...emptyGroup,
    first: name.first,
    last: age === undefined ? name.last : age.last,
    head: name.last - 1,
    determiner: 'name',
    count: one,
    singular: true,
    name,
    ...(age?.value.anchor === undefined ? {} : { age: age.value.anchor }),
    governor: governorOf(view, name.first),
  };
}

function readNone(view: SentenceView, at: number): Group | undefined {
  const word = wordAt(view, at);
  if (word !== 'nobody' && word !== 'none' && word !== 'no') return undefined;
  const next = wordAt(view, at + 1);
  const shared = { ...emptyGroup, first: at, count: zero, counted: true, none: true, governor: governorOf(view, at) };
  if (word === 'nobody' || word === 'none') return { ...shared, head: at, last: at + 1, additional: next === 'else' };
  if (next === 'one') return { ...shared, head: at + 1, last: at + 2, additional: wordAt(view, at + 2) === 'else' };
  const other = more.has(next) ? 1 : 0;
  const { head, known } = headAfter(view, at + 1 + other);
  const token = view.tokens[head];
  if (token === undefined || !known) return undefined;
  return { ...shared, ...describe(token), head, last: head + 1, additional: other === 1 };
}

function readPronoun(view: SentenceView, at: number): Group | undefined {
  const object =
    wordAt(view, at) === 'her' && !['NOUN', 'ADJ', 'PROPN', 'NUM'].includes(view.tokens[at + 1]?.pos ?? '');
  const known = object ? pronouns['she'] : pronouns[wordAt(view, at)];
  if (known === undefined) return undefined;
  if (
    wordAt(view, at) === 'both' &&
    view.tokens[at + 1]?.pos !== 'AUX' &&
    view.tokens[at + 1]?.pos !== 'VERB' &&
    view.tokens[at + 1]?.pos !== 'ADV'
  )
    return undefined;
  return {
    ...emptyGroup,
    ...known,
    first: at,
    last: at + 1,
    head: at,
    noun: wordAt(view, at),
    determiner: 'pronoun',
    governor: governorOf(view, at),
  };
}

/** "another", "a third", "the other" with no noun: one more person, where a verb follows. */
function readElliptic(view: SentenceView, at: number): Group | undefined {
  const word = wordAt(view, at);
  const other = word === 'other' && wordAt(view, at - 1) === 'the';
  const ordinal = ['a', 'the'].includes(wordAt(view, at - 1)) && isOrdinalAt(view, at);
  if (word !== 'another' && !other && !ordinal) return undefined;
  const next = view.tokens[at + 1];
  const verbal =
    next?.pos === 'AUX' ||
    (next !== undefined && isParticiple(next)) ||
    next?.lower === 'in' ||
    next?.lower === 'critically';
  const shared = {
    ...emptyGroup,
    first: at,
    head: at,
    last: at + 1,
    count: one,
    singular: true,
    additional: true,
    governor: governorOf(view, at),
  };
  if (word === 'another' && (verbal || next === undefined || next.pos === 'PUNCT' || next.pos === 'ADP'))
    return { ...shared, determiner: 'indefinite' };
  if (word === 'another' || !verbal) return undefined;
  return { ...shared, first: at - 1, determiner: other ? 'definite' : 'indefinite' };
}

function isOrdinalAt(view: SentenceView, at: number): boolean {
  return view.quantities.some((item) => item.first === at && item.quantity === 'ordinal');
}

function readNoun(view: SentenceView, at: number, floor: number): Group | undefined {
  const token = view.tokens[at];
  if (token === undefined) return undefined;
  const after = view.tokens[at + 1];
  const named = view.names.some((item) => item.first === at + 1 && item.type === 'person');
  const headless =
    token.lower === 'old' &&
    wordAt(view, at - 1) === '-' &&
    (named || !['NOUN', 'ADJ', 'PROPN'].includes(after?.pos ?? ''));
  const lemma = headless ? '' : personLemma(token);
  if (lemma === undefined) return undefined;
  const next = view.tokens[at + 1];
  if (
    !headless &&
    next !== undefined &&
    (personLemma(next) !== undefined || isThingAfterPeople(next)) &&
    next.pos !== 'VERB'
  )
    return undefined;
  if (!headless && next?.form === '-' && next.start === token.end) return undefined;
  const edge = leftEdge(view, at, floor);
  if (headless && edge.age === undefined) return undefined;
  const plural = !headless && isPluralPerson(token);
  const joined = lemma === 'couple' || lemma === 'pair';
  const second = view.quantities.some(
    (item) =>
      item.quantity === 'ordinal' && item.first >= edge.first && item.last <= at && (item.value.anchor ?? 0) > 1,
  );
  const another = view.tokens.slice(edge.first, at).some((word) => word.lower === 'another' || word.lower === 'other');
  const { first, determiner, age } = edge;
  return {
    ...emptyGroup,
    ...describe(token),
    first,
    last: at + 1,
    head: at,
    noun: lemma,
    determiner,
    ...(age === undefined ? {} : { age }),
    ...(plural
      ? {}
      : {
          count: joined ? { kind: 'count' as const, min: 2, max: 2, anchor: 2, qualifier: 'implicit' as const } : one,
        }),
    singular: !plural && !joined,
    additional: another || second,
    governor: governorOf(view, first),
  };
}

/**
 * Find every noun phrase that denotes people in a sentence: counted, named, described, pronominal or denied ("no one").
 *
 * Groups are sorted and disjoint. A name and its apposition ("Mara Voss, a nurse", "the driver, Ilo Renn, 40") are one group.
 */
export function readGroups(view: SentenceView): readonly Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < view.tokens.length; ) {
    const floor = groups.at(-1)?.last ?? 0;
    const name = view.names.find((item) => item.first === at && item.type === 'person');
    const quantity = view.quantities.find((item) => item.first === at);
    const group =
      (name === undefined ? undefined : readNamed(view, name)) ??
      readNone(view, at) ??
      (quantity === undefined ? undefined : readCounted(view, quantity)) ??
      readPronoun(view, at) ??
      readElliptic(view, at) ??
      readNoun(view, at, floor);
    if (group !== undefined) groups.push(markPossessor(view, group));
    at = Math.max(at + 1, group?.last ?? 0);
  }
  return mergeAppositions(view, groups);
}
