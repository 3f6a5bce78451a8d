import table from '../../../data/fate-levels.json' with { type: 'json' };
import words from '../../../data/scene-words.json' with { type: 'json' };
import { datesMeet } from '../../model/index.ts';
import { type Finding, isCustody } from '../finding.ts';
import type { ReadSentence } from '../findings.ts';
import { wordAt } from '../view.ts';
import { isAsideClause } from './aside-clause.ts';
import { datesTelling, isApart, isBirth, rankTimes } from './event-time.ts';
import { findHappenings, partByHappening } from './parting/index.ts';
import type { Hazard, Scene, SceneSentence } from './scene.ts';
import { readTriggers } from './triggers.ts';

const { levels } = table;

const harmful: ReadonlySet<string> = new Set(['killed', 'injured', 'struck', 'casualties', 'hostages', 'hospitalised']);

/** Sentences at the top of a report from which its own date is first read. */
const leadSentences = 8;

function harms({ sentence }: SceneSentence): boolean {
  return [...sentence.findings, ...sentence.ruled].some(
    (finding) => harmful.has(finding.fate) && finding.modality !== 'hypothetical',
  );
}

const foiled: ReadonlySet<string> = new Set(words.foiled);

/** Tell whether a sentence tells of violence that was foiled: news by itself, and no part of what it is likened to. */
function isFoiled({ sentence }: SceneSentence): boolean {
  return sentence.view.tokens.some(({ lower }) => foiled.has(lower));
}

/** Keep of a lead that opens with a foiled plot the plot alone: the attack it is likened to does not date it. */
function keepPlot(lead: readonly SceneSentence[]): readonly SceneSentence[] {
  const end = lead.findIndex((item) => !isFoiled(item));
  return end > 0 ? lead.slice(0, end) : lead;
}

/** "in a separate incident", "in an unrelated shooting", "meanwhile, in another case". */
function tellsAnother({ triggers, sentence }: SceneSentence): boolean {
  if (triggers.some((trigger) => trigger.noun && trigger.other && !trigger.definite)) return true;
  return ['separately', 'elsewhere'].includes(wordAt(sentence.view, 0));
}

function sharesDefiniteNoun(current: Scene, next: SceneSentence): boolean {
  const last = current.sentences.at(-1);
  if (last === undefined) return false;
  const told = new Set(last.sentence.view.tokens.filter((token) => token.pos === 'NOUN').map((token) => token.lemma));
  const { tokens } = next.sentence.view;
  return tokens.some(
    (token, at) =>
      token.pos === 'NOUN' && ['the', 'that', 'this'].includes(tokens[at - 1]?.lower ?? '') && told.has(token.lemma),
  );
}

/** Tell whether a sentence goes on about the background scene just told: "The attack left 175 dead", "The siege ended with …". */
function continues(current: Scene, main: Scene, next: SceneSentence): boolean {
  const last = current.sentences.at(-1)?.sentence.view;
  const { view } = next.sentence;
  if (last === undefined || view.index - last.index > 1) return false;
  const sameParagraph = last.paragraph === view.paragraph;
  const own = main.sentences[0]?.triggers[0]?.type;
  const type = current.sentences.flatMap((sentence) => sentence.triggers)[0]?.type;
  const definite = next.triggers.find((trigger) => trigger.noun && trigger.definite);
  if (view.times.some((time) => time.role === 'point' && time.reference.kind === 'weekday')) return false;
  if (definite !== undefined && sameParagraph) return true;
  if (definite !== undefined && definite.type === type && type !== own) return true;
  return harms(next) && (sameParagraph || sharesDefiniteNoun(current, next));
}

/** Tell whether a finding is told of another happening than the article's own, by its clause or as the fate head judges. */
function tellsOther(finding: Finding): boolean {
  return isAsideClause(finding) || (!isCustody(finding.fate) && (finding.other ?? 0) >= levels.opens);
}

/** A sentence, or that part of what it states which is told of one happening. */
interface ScenePart {
  readonly item: SceneSentence;
  /** True where the fate head judges that it is told of another happening than the article's own. */
  readonly other: boolean;
}

/** Part what a sentence states of the article's own happening from what it states of another: "…, where four were killed the week before". */
function partSentence(item: SceneSentence): readonly ScenePart[] {
  const { sentence } = item;
  const other = sentence.findings.filter(tellsOther);
  const own = sentence.findings.filter((finding) => !other.includes(finding));
  if (other.length === 0) return [{ item, other: false }];
  if (own.length === 0) return [{ item, other: true }];
  return [
    { item: { ...item, sentence: { ...sentence, findings: own } }, other: false },
    { item: { ...item, sentence: { ...sentence, findings: other, ruled: [] } }, other: true },
  ];
}

/** Tell whether a sentence names the day of the article's own happening. */
function isHome(main: Scene, { sentence: { view } }: SceneSentence): boolean {
  const own = main.time?.value;
  return (
    own !== undefined &&
    view.times.some(
      (time) =>
        time.role === 'point' && time.value?.precision === 'day' && !isBirth(view, time) && datesMeet(time.value, own),
    )
  );
}

/** Sentences at the top of a report, headline counted, that tell its own news. */
const newsSentences = 3;

/** Tell whether a sentence that the fate head sets apart is of the article's own happening: its news, its day, or its figures again. */
function isOwn(main: Scene, next: SceneSentence): boolean {
  const { view, findings } = next.sentence;
  if (findings.some(isAsideClause)) return false;
  if (view.index < newsSentences || isHome(main, next)) return true;
  const told = new Set(main.sentences.flatMap(({ sentence }) => sentence.findings.flatMap(nameFigures)));
  return findings.flatMap(nameFigures).some((figure) => told.has(figure));
}

/** Name the figures of a finding above one: "killed 12". */
function nameFigures({ fate, groups, count }: Finding): readonly string[] {
  const counts = groups.length === 0 ? [count] : groups.map((group) => group.count);
  return counts.flatMap((one) => (one?.anchor !== undefined && one.anchor > 1 ? [`${fate} ${one.anchor}`] : []));
}

function opens(main: Scene, current: Scene, next: SceneSentence): boolean {
  if (next.triggers.length === 0 && !harms(next)) return false;
  const { view } = next.sentence;
  const times = view.times.filter((time) => !isBirth(view, time));
  if (!isHome(main, next) && times.some((time) => isApart(time, main) && !datesTelling(next.sentence.view, time)))
    return true;
  const context = next.sentence.view.times.some((time) => time.role === 'point' && time.reference.kind === 'context');
  if (!current.main && context && harms(next)) return true;
  return tellsAnother(next) && (harms(next) || next.sentence.view.places.length > 0);
}

/** Tell whether a background scene was told of in the same paragraph, so that what is told of another happening is told of it. */
function goesOn(current: Scene, next: SceneSentence): boolean {
  const last = current.sentences.at(-1)?.sentence.view;
  return !current.main && last?.paragraph === next.sentence.view.paragraph;
}

/** Tell whether a background sentence dates itself as an earlier scene of the article did. */
function findAgain(scenes: readonly Scene[], next: SceneSentence): number {
  const { view } = next.sentence;
  return scenes.findIndex(
    (scene) =>
      !scene.main &&
      scene.time?.value !== undefined &&
      view.times.some((time) => time.role === 'point' && time.value?.edtf === scene.time?.value?.edtf) &&
      (scene.time.value.precision === 'day' || next.triggers.some((trigger) => trigger.definite) || !harms(next)),
  );
}

function extend(scene: Scene, next: SceneSentence): Scene {
  const sentences = [...scene.sentences, next];
  const time = scene.main ? scene.time : rankTimes(sentences, true)[0]?.time;
  return { ...scene, sentences, ...(time === undefined ? {} : { time }) };
}

/**
 * Part sentences by words and times alone: into the happening a report tells of and what it recalls.
 *
 * A sentence opens a background scene when it tells of violence at a plainly earlier or coarser time, or says "another", "separate",
 * "previous"; it stays there while the next sentences refer back to it. Whatever speaks for neither goes to the main scene.
 */
function walkScenes(read: readonly SceneSentence[]): readonly Scene[] {
  const lead = read.filter((item) => item.triggers.length > 0 || harms(item) || isFoiled(item));
  const time = rankTimes(keepPlot(lead.slice(0, leadSentences)), false)[0]?.time;
  const scenes: Scene[] = [{ main: true, sentences: [], ...(time === undefined ? {} : { time }) }];
  let current = 0;
  for (const { item: next, other } of read.flatMap(partSentence)) {
    const main = scenes[0];
    const scene = scenes[current];
    if (main === undefined || scene === undefined) break;
    const started = main.sentences.some((item) => harms(item) || item.triggers.length > 0 || isFoiled(item));
    const apart = other && !isOwn(main, next);
    if (started && (opens(main, scene, next) || (apart && !goesOn(scene, next)))) {
      const again = findAgain(scenes, next);
      if (again < 0) scenes.push({ main: false, sentences: [] });
      current = again < 0 ? scenes.length - 1 : again;
    } else if (!(current > 0 && (apart || continues(scene, main, next)))) current = 0;
    const target = scenes[current];
    if (target !== undefined) scenes[current] = extend(target, next);
  }
  return scenes;
}

/**
 * Part an article's sentences into the happenings it tells of, the one told first being the main scene.
 *
 * Findings go where the trees of `parting/` put them; sentences that tell of no harm go with those around them, or aside where their
 * words and times turn to something else. `day` is the report's own, days since 1970-01-01; `hazard` the one it is about.
 */
export function assignScenes(sentences: readonly ReadSentence[], day?: number, hazard?: Hazard): readonly Scene[] {
  const read = sentences.map((sentence) => ({ sentence, triggers: readTriggers(sentence.view) }));
  const walked = walkScenes(read);
  // The trees weigh what the fate head judged: without it (the fast reader) words and times alone tell.
  if (!read.some(({ sentence }) => sentence.findings.some(({ other }) => other !== undefined))) return walked;
  const sceneOf = new Map(
    walked.flatMap(({ sentences: own }, at) =>
      own.flatMap(({ sentence }) => sentence.findings.map((finding) => [finding, at] as const)),
    ),
  );
  const happenings = findHappenings(read, { day, hazard }, (finding) => (finding && sceneOf.get(finding)) ?? 0);
  const asideOf = new Map(
    walked.flatMap((scene, at) =>
      scene.main ? [] : scene.sentences.map(({ sentence }) => [sentence.view, at] as const),
    ),
  );
  const scenes = partByHappening(read, happenings, ({ sentence }) => asideOf.get(sentence.view));
  return hazard?.isChronicle !== true ? scenes : scenes.map((scene) => (scene.main ? { ...scene, hazard } : scene));
}
