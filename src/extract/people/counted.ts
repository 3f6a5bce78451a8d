import { type CountValue, exactly, type Quantity } from '../../model/index.ts';
import { isParticiple, verbClass } from '../lexicon.ts';
import { type SentenceView, type TokenSpan, wordAt } from '../view.ts';
import { governorOf } from './edges.ts';
import { fractionOf } from './fractions.ts';
import type { PeoplePhrase } from './group.ts';
import { findHead } from './heads.ts';
import { describeHead, makeGroup, zero } from './shape.ts';
import { afterBareNumber, bands, collectives, more, possessives, vagueModifiers, wholes } from './words.ts';

const definiteWords: ReadonlySet<string> = new Set(['the', 'these', 'those', 'all']);
const partDeterminers: ReadonlySet<string> = new Set(['the', 'their', 'its', 'those', 'these']);
/** "Four of his sons", "two of her pupils": kin and charges of one person are told as whole as "four sons". */
const kinDeterminers: ReadonlySet<string> = new Set(['his', 'her', 'my', 'your']);
const endings: ReadonlySet<string> = new Set(['AUX', 'VERB', 'PUNCT', 'CCONJ', 'ADP']);

/** All of a counted group but its head and end. */
type Opening = Pick<PeoplePhrase, 'first'> & Partial<PeoplePhrase>;

/** Tell whether a number without a noun stands where people are meant: "137 were killed", "two dead", "five others". */
function standsAlone(view: SentenceView, at: number, quantity: Quantity): boolean {
  const next = view.tokens[at];
  if (next === undefined) return true;
  if (next.pos === 'NOUN' && vagueModifiers.has(quantity.value.vague ?? '')) return false;
  return (
    endings.has(next.pos) || afterBareNumber.has(next.lower) || isParticiple(next) || verbClass(next) !== undefined
  );
}

const oldest = 120;

/** "Renn, 46 and Orme, 44 were found dead", "Kiefer Renn (46) was shot": a number after a person's name tells an age, though no comma closes it. */
function isAgeOfName(view: SentenceView, { first, value }: TokenSpan<Quantity>): boolean {
  const name = view.nameOver[first - 2];
  // "According to Mara Voss, 12 were killed": she tells it.
  const named = name?.type === 'person' && wordAt(view, name.first - 2) !== 'according';
  return named && /^[,(]$/.test(wordAt(view, first - 1)) && (value.anchor ?? oldest) < oldest;
}

/** "Renn, 46, was shot", "both 19 — were hurt": a bare number between marks tells an age. */
function isAge(view: SentenceView, quantity: TokenSpan<Quantity>): boolean {
  const { first, last } = quantity;
  if (isAgeOfName(view, quantity)) return true;
  const before = view.tokens[first - 2]?.pos;
  if (wordAt(view, last) === ',' && wordAt(view, first - 1) === ',') return before === 'PROPN' || before === 'NOUN';
  return /^(?:both|all|aged?)$/.test(wordAt(view, first - 1)) && /^(?:—|–|-|,|or)$/.test(wordAt(view, last));
}

/** Words before which a number alone tells an age: "a man of 81", "the oldest is 83". */
const beforeAges: ReadonlySet<string> = new Set(['of', 'is', 'was', 'aged', 'age', 'turned', 'oldest', 'youngest']);

/** Tell whether a number without a noun for people may count some: no age, and no difference of two counts ("six more than on Monday"). */
export function mayCountPeople(view: SentenceView, quantity: TokenSpan<Quantity>): boolean {
  if (isAge(view, quantity)) return false;
  if ([0, 1].some((step) => wordAt(view, quantity.last + step) === 'than')) return false;
  const bare = standsAlone(view, quantity.last, quantity) && view.tokens[quantity.last]?.pos !== 'NOUN';
  return !(bare && beforeAges.has(wordAt(view, quantity.first - 1)));
}

/** Give where "a family of four" begins for its number; the number's own token for any other. */
function startOfBand(view: SentenceView, first: number): number {
  if (wordAt(view, first - 1) !== 'of' || !bands.has(wordAt(view, first - 2))) return first;
  let start = first - 2;
  while (/^(?:a|an|the|one|young|whole|entire|same)$/.test(wordAt(view, start - 1))) start--;
  return start;
}

function openCounted(view: SentenceView, quantity: TokenSpan<Quantity>, additional: boolean): Opening {
  const before = wordAt(view, quantity.first - 1);
  const definite = definiteWords.has(before) || possessives.has(before);
  const denied = before === 'not' && quantity.value.anchor === 1;
  const first = definite ? quantity.first - 1 : startOfBand(view, quantity.first);
  return {
    first,
    determiner: definite ? 'definite' : 'indefinite',
    count: denied ? zero : quantity.value,
    counted: true,
    none: denied,
    singular: quantity.value.max === 1 && quantity.value.min === 1,
    additional,
    governor: governorOf(view, first),
  };
}

/** "All but three of the 40 aboard": those who are left when the number is taken away; unknown where the whole is not told. */
function exceptFew(view: SentenceView, opening: Opening, first: number, whole: CountValue | undefined): Opening {
  if (wordAt(view, first - 1) !== 'but' || wordAt(view, first - 2) !== 'all') return opening;
  const [all, few] = [whole?.anchor, opening.count?.anchor];
  const known = all !== undefined && few !== undefined && all > few;
  return {
    ...opening,
    first: first - 2,
    count: known ? exactly(all - few) : undefined,
    counted: known,
    singular: false,
  };
}

/** Tell whether a word names people by what became of them: "two of the injured". */
function isCollective(view: SentenceView, at: number): boolean {
  return collectives.has(wordAt(view, at)) && view.tokens[at + 1]?.pos !== 'NOUN';
}

/** Read what follows "of": "two of them", "seven of the eight passengers", "two of the injured", "hundreds of people". */
function readPart(
  view: SentenceView,
  quantity: TokenSpan<Quantity>,
  opening: Opening,
  after: number,
): PeoplePhrase | undefined {
  const partOf = partDeterminers.has(wordAt(view, after));
  const from = partOf || kinDeterminers.has(wordAt(view, after)) ? after + 1 : after;
  const inner = partOf ? view.quantityOver[from] : undefined;
  const whole = inner?.first === from && inner.quantity === 'cardinal' ? inner : undefined;
  const head = findHead(view, whole?.last ?? from)?.head ?? -1;
  const token = view.tokens[head];
  const told = exceptFew(view, opening, quantity.first, whole?.value);
  if (token !== undefined) return makeGroup({ ...told, ...describeHead(token), head, last: head + 1, partOf });
  if (wholes.has(wordAt(view, after))) return makeGroup({ ...opening, head: after, last: after + 1, partOf: true });
  const fallen = partOf && whole === undefined && isCollective(view, from);
  return fallen ? makeGroup({ ...opening, head: from, last: from + 1, partOf: true }) : undefined;
}

/** "All 38 aboard", "the 14 on board": the words say that people are counted. */
function aboardAfter(view: SentenceView, at: number): number {
  if (wordAt(view, at) === 'aboard') return at + 1;
  return wordAt(view, at) === 'on' && wordAt(view, at + 1) === 'board' ? at + 2 : at;
}

/** Read the people a numeral or vague word counts, or a fraction of them; undefined where it counts no people or is no count. */
export function readCounted(view: SentenceView, quantity: TokenSpan<Quantity>): PeoplePhrase | undefined {
  const group = readNumbered(view, quantity);
  return group === undefined ? undefined : fractionOf(view, group);
}

function readNumbered(view: SentenceView, quantity: TokenSpan<Quantity>): PeoplePhrase | undefined {
  if ((quantity.quantity !== 'cardinal' && quantity.quantity !== 'vague') || isAge(view, quantity)) return undefined;
  const beside = more.has(wordAt(view, quantity.last));
  const at = beside ? quantity.last + 1 : quantity.last;
  // "Wounding other 70"; "the other two" are what is left of some told before.
  const others = wordAt(view, quantity.first - 1) === 'other' && wordAt(view, quantity.first - 2) !== 'the';
  const additional = beside || others || quantity.additional === true;
  const opening = openCounted(view, quantity, additional);
  if (wordAt(view, at) === 'of') return readPart(view, quantity, opening, at + 1);
  const found = findHead(view, at);
  const token = view.tokens[found?.head ?? -1];
  if (found !== undefined && token !== undefined && (found.known || quantity.quantity === 'cardinal'))
    return makeGroup({ ...opening, ...describeHead(token), head: found.head, last: found.head + 1 });
  const aboard = aboardAfter(view, at);
  if (aboard > at) return makeGroup({ ...opening, head: at - 1, last: aboard });
  return additional || standsAlone(view, at, quantity) ? makeGroup({ ...opening, head: at - 1, last: at }) : undefined;
}
