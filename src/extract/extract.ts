import {
  type Annotations,
  type Article,
  type ArticleReading,
  type Attribution,
  type Claim,
  type Context,
  countTable,
  type IncidentMention,
  isCountAttribute,
  type Outcome,
  type Range,
  type SetAside,
  toDayNumber,
} from '../model/index.ts';
import { anchorOf } from '../text/calendar.ts';
import { abstain } from './abstain.ts';
import { gatherActors } from './actors.ts';
import { attributeRange, isParty, makeVoice, readUtterances, type Utterance } from './attribution/index.ts';
import { makeCountClaims } from './count-claims.ts';
import { tallyScene } from './counts/index.ts';
import { readSentences } from './findings.ts';
import type { Options } from './options.ts';
import { markPeriods } from './periods/mark.ts';
import { makeRoleClaims } from './roles/claims.ts';
import { assignScenes } from './scenes/assign.ts';
import { describeScene } from './scenes/describe.ts';
import { findHazard } from './scenes/hazard.ts';
import type { Scene } from './scenes/scene.ts';
import { leaveOutPlay } from './scenes/sport.ts';
import { makeStatementClaims } from './statements/index.ts';
import { makeTermClaims } from './term-claims.ts';
import { type SentenceView, viewSentences } from './view.ts';
import { type AsideWords, type Decision, decideScenes, undecided } from './when-where/index.ts';

/** What extracting works on: one article and the layers over it. */
export interface ExtractInput {
  readonly article: Article;
  readonly annotations: Annotations;
}

const bodily: ReadonlySet<Claim['attribute']> = new Set<Claim['attribute']>(['killed', 'injured', 'casualties']);

/** A happening is what its figures or words tell; background scenes without a figure, and arrests alone, are asides. */
function isIncident(scene: Scene, claims: readonly Claim[]): boolean {
  const counts = claims.some(
    ({ value, attribute, modality, accumulation, elsewhere }) =>
      value.kind === 'count' &&
      !(isCountAttribute(attribute) && countTable[attribute].inCustody) &&
      modality !== 'hypothetical' &&
      (scene.main || (accumulation !== 'period' && elsewhere !== true)),
  );
  if (!scene.main) return counts;
  const harms = claims.some(({ attribute, modality }) => modality !== 'hypothetical' && bodily.has(attribute));
  return harms || counts || scene.sentences.some(({ triggers }) => triggers.length > 0);
}

/**
 * Keep the figures of a scene that is no incident, as said beside the main one: tolls of a year or a war, and persons told of so late that
 * another happening is meant. Neither is counted in a total.
 */
function keepAsides(scene: { readonly claims: readonly Claim[] }, main: string | undefined): readonly Claim[] {
  if (main === undefined) return [];
  return scene.claims
    .filter(
      ({ value, accumulation, elsewhere }) =>
        value.kind === 'count' && (accumulation === 'period' || elsewhere === true),
    )
    .map((claim) => ({ ...claim, incident: main }));
}

/** Acts whose doers, targets and weapons reports of parties to a conflict tell. */
const partisanActs: ReadonlySet<IncidentMention['type']> = new Set([
  'bombing',
  'kidnapping',
  'siege',
  'airstrike',
  'clash',
  'armed-attack',
]);

/**
 * Tell whether the role classifiers may know an article's kind of news: acts of parties to a conflict, which they were trained on.
 *
 * A quarrel that ended in a shooting is not of that kind: there they claim next to nothing, at half the cost of extracting.
 */
function tellsOfParties(mentions: readonly IncidentMention[], views: readonly SentenceView[]): boolean {
  const isArmed = (view: SentenceView): boolean =>
    view.names.some(({ rule }) => rule === 'known-actor') || view.tokens.some(({ lower }) => isParty(lower));
  return mentions.some(({ type }) => partisanActs.has(type)) || views.some(isArmed);
}

/** Quote the words that tell days and places which were not taken. */
function quoteAsides({ id, text }: Article, { aside }: Decision): Pick<IncidentMention, 'setAside'> {
  if (aside === undefined || aside.days.length + aside.places.length === 0) return {};
  const quote = ({ range, why, value }: AsideWords): SetAside => ({
    article: id,
    ...range,
    quote: text.value.slice(range.start, range.end),
    why,
    value,
  });
  return { setAside: { days: aside.days.map(quote), places: aside.places.map(quote) } };
}

function readScene(
  article: Article,
  scene: Scene,
  decision: Decision,
  utterances: readonly Utterance[],
  attributed: (range: Range) => Attribution | undefined,
) {
  const mention = { ...describeScene(article.id, scene, decision), ...quoteAsides(article, decision) };
  const setting = { article, mention: mention.id };
  const tally = tallyScene(
    scene.sentences.map(({ sentence }) => sentence),
    scene.hazard,
  );
  const claims = [
    ...makeCountClaims(setting, tally, attributed),
    ...makeTermClaims(setting, scene, mention, decision, utterances, attributed),
  ];
  return { mention, claims, kept: isIncident(scene, claims) };
}

/** Give the day a report is made on, days since 1970-01-01. */
export function dayOf(article: Article): number | undefined {
  const day = anchorOf(article);
  return day === undefined ? undefined : toDayNumber(day);
}

/** Part a report's sentences into scenes, figures of longer times marked first. */
export function partScenes(views: readonly SentenceView[], day: number | undefined): readonly Scene[] {
  const hazard = findHazard(views, day);
  return assignScenes(markPeriods(leaveOutPlay(readSentences(views)), day, hazard), day, hazard);
}

/**
 * Read one annotated article: the happenings it tells of, every claim about them with its words, and who speaks.
 *
 * Claims point at incident mentions; link joins these across articles. Nothing is published without a quote that is a
 * slice of the text.
 */
export function extract(
  { article, annotations }: ExtractInput,
  options: Options,
  _context: Context,
): Outcome<ArticleReading> {
  const views = viewSentences(article, annotations);
  const utterances = readUtterances(article.text.value, views);
  const attributed = (range: Range) => attributeRange(utterances, range);
  const assigned = partScenes(views, dayOf(article));
  const decisions = decideScenes(views, assigned, annotations, anchorOf(article));
  const scenes = assigned.map((scene, at) => ({
    scene,
    ...readScene(article, scene, decisions[at] ?? undecided, utterances, attributed),
  }));
  const kept = scenes.filter((scene) => scene.kept);
  const incidentOf = new Map(
    // Of a sentence that tells of two happenings the first, the article's own, has what else it says.
    kept
      .toReversed()
      .flatMap(({ scene, mention }) =>
        scene.sentences.map(({ sentence }) => [sentence.view.index, mention.id] as const),
      ),
  );
  const mainMention = kept.find(({ scene }) => scene.main)?.mention.id;
  const told = abstain(
    [
      ...kept.flatMap(({ claims }) => claims),
      ...scenes.flatMap((scene) => (scene.kept ? [] : keepAsides(scene, mainMention))),
    ],
    options.minConfidence,
  );
  const about = {
    article,
    views,
    attributed,
    incidentOf: (view: SentenceView) => incidentOf.get(view.index) ?? mainMention,
  };
  const statements = makeStatementClaims({ ...about, utterances });
  const mentions = kept.map(({ mention }) => mention);
  const roles = tellsOfParties(mentions, views) ? makeRoleClaims({ ...about, made: told }) : [];
  return {
    value: {
      article,
      mentions,
      claims: [...told, ...roles, ...statements],
      voices: utterances.map((utterance) => makeVoice(article, utterance, incidentOf.get(utterance.view.index))),
      actors: gatherActors(article, annotations.names.items, views, utterances),
    },
    issues: [],
  };
}
