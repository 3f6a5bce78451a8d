import words from '../../../data/scene-words.json' with { type: 'json' };
import type { CountAttribute, PlaceValue } from '../../model/index.ts';
import { asidePlaces } from '../aside-places.ts';
import type { Hazard } from '../scenes/scene.ts';
import type { SentenceView, TokenSpan } from '../view.ts';
import { type FigureStatement, isPeriod, mayCount, printed } from './statement.ts';
import { sumOf } from './sums.ts';

type Mention = SentenceView['places'][number];

/** Countries, then states, then districts and towns: what holds what. */
type Path = readonly string[];

/** Tokens of a line that is a heading: "Hong Kong". */
const headingLength = 5;
/** Sentences at the top of a report in which a figure without a place is of all it tells. */
const leadSentences = 6;
/** Tokens from a finding to the place it is told of. */
const placeReach = 14;

function pathOf({ level, name, country, state, district, city }: PlaceValue): Path {
  const own = level === 'country' || level === 'region' || level === 'water' ? undefined : name;
  const parts = [country ?? (level === 'country' ? name : undefined), state, district, city, own];
  return [...new Set(parts.filter((part) => part !== undefined))];
}

function placesOf(view: SentenceView): readonly Mention[] {
  return view.places.filter(({ value, rule }) => value?.country !== undefined && !asidePlaces.has(rule));
}

/** Tell which place a finding is told of: the first one after it that no mark parts from it, else the last before it, in its sentence. */
function placeBeside({ finding }: FigureStatement): PlaceValue | undefined {
  const { view, first, last } = finding;
  const places: readonly TokenSpan<Mention>[] = placesOf(view);
  const isJoined = (place: number): boolean =>
    !view.tokens.slice(last, place).some(({ form }) => /^[,:;–—]$/.test(form));
  const after = places.find((place) => place.first >= last - 1 && place.first - last <= placeReach);
  if (after !== undefined && isJoined(after.first)) return after.value;
  return places.findLast((place) => place.last <= first + 1)?.value;
}

const totals: ReadonlySet<string> = new Set(words.totals);

/** "In all, Orla left 90 dead", "a total of ten deaths". */
const addsUp = ({ tokens }: SentenceView): boolean =>
  tokens.some(({ lower }, at) => totals.has(lower) && (lower !== 'all' || tokens[at - 1]?.lower === 'in'));

/**
 * Rank how plainly a figure told of no single place is said of all of a hazard: 2 where it is added up, 1 where the hazard is named or the
 * lead says so, 0 else.
 */
function rankWhole(figure: FigureStatement, place: PlaceValue | undefined, { names }: Hazard): number {
  const { view } = figure.finding;
  const countries = new Set(placesOf(view).map(({ value }) => value?.country));
  if (place !== undefined && countries.size < 2) return 0;
  if (addsUp(view)) return 2;
  return countries.size > 1 || isLead(figure) || view.tokens.some(({ lower }) => names.has(lower)) ? 1 : 0;
}

function isHeading({ tokens }: SentenceView): boolean {
  return tokens.length <= headingLength && !/[.!?]/.test(tokens.at(-1)?.form ?? '');
}

/** Follow where a report is, sentence by sentence: in the place its heading or its paragraph named last. */
function trackPlaces(views: readonly SentenceView[]): ReadonlyMap<SentenceView, PlaceValue | undefined> {
  const told = new Map<SentenceView, PlaceValue | undefined>();
  let heading: PlaceValue | undefined;
  let near: PlaceValue | undefined;
  let paragraph = -1;
  for (const view of views) {
    const own = placesOf(view)[0]?.value;
    if (isHeading(view)) heading = own;
    if (view.paragraph !== paragraph) near = heading;
    paragraph = view.paragraph;
    told.set(view, near);
    near = own ?? near;
  }
  return told;
}

/** The sentences that tell of a hazard. */
export interface Area {
  readonly hazard: Hazard;
  readonly views: readonly SentenceView[];
}

/** A place with what is counted there and in the places it holds. */
interface Node {
  readonly figures: FigureStatement[];
  readonly within: Map<string, Node>;
}

const makeNode = (): Node => ({ figures: [], within: new Map() });

function plant(root: Node, path: Path, figure: FigureStatement): void {
  let node = root;
  for (const part of path) {
    const next = node.within.get(part) ?? makeNode();
    node.within.set(part, next);
    node = next;
  }
  node.figures.push(figure);
}

/** Count a place: the largest figure told of it, or what its places come to if one of these has more. Gives the figures that add up to it. */
function countNode({ figures, within }: Node): readonly FigureStatement[] {
  const parts = onceEach([...within.values()].flatMap(countNode));
  const own = largestOf(figures);
  return own !== undefined && parts.every(({ value }) => printed(value) <= printed(own.value)) ? [own] : parts;
}

/** A number told again of another place is the same people told again; one and two are told too often to say so. */
function onceEach(figures: readonly FigureStatement[]): readonly FigureStatement[] {
  const seen = new Set<number>();
  return figures.filter(({ value }) => {
    const number = printed(value);
    const isNew = !seen.has(number);
    if (number > 2) seen.add(number);
    return isNew;
  });
}

const largestOf = (figures: readonly FigureStatement[]): FigureStatement | undefined =>
  figures.toSorted((a, b) => printed(b.value) - printed(a.value) || a.order - b.order)[0];

const totalOf = (figures: readonly FigureStatement[]): number =>
  figures.reduce((sum, { value }) => sum + printed(value), 0);

/** Tell whether a figure prints how many died, of the hazard's own time: no person told alone, no part of others. */
function isToll(figure: FigureStatement): boolean {
  const counted = figure.group?.counted === true || figure.finding.count !== undefined;
  return counted && figure.parts === undefined && mayCount(figure) && !isPeriod(figure) && printed(figure.value) > 0;
}

/**
 * Choose what stands for all of a hazard's toll: what is said of all places, else the sum of what is told place by place; undefined where no
 * number is printed.
 */
export function choosePlaced(
  attribute: CountAttribute,
  own: readonly FigureStatement[],
  { hazard, views }: Area,
): FigureStatement | undefined {
  const tolls = own.filter(isToll);
  const tracked = trackPlaces(views);
  const ranks = new Map<FigureStatement, number>();
  const placed: FigureStatement[] = [];
  const root = makeNode();
  for (const figure of tolls) {
    const place = placeBeside(figure);
    const rank = rankWhole(figure, place, hazard);
    const near = place ?? tracked.get(figure.finding.view);
    ranks.set(figure, rank);
    if (place !== undefined && rank === 0) placed.push(figure);
    plant(root, rank > 0 || near === undefined ? [] : pathOf(near), figure);
  }
  const best = Math.max(0, ...ranks.values());
  const whole = best === 0 ? undefined : largestOf(tolls.filter((one) => ranks.get(one) === best));
  const most = best > 1 ? placed : tolls;
  if (whole !== undefined && most.every(({ value }) => printed(value) <= printed(whole.value))) return whole;
  const parts = countNode(root);
  if (parts.length < 2) return parts[0];
  const told = tolls.find(({ value }) => printed(value) === totalOf(parts));
  return told ?? sumOf(attribute, parts, 'tally/by-place');
}

const isLead = ({ finding: { view } }: FigureStatement): boolean => view.index < leadSentences;
