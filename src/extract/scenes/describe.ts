import { type IncidentMention, makeId, type Range, type TimeExpression } from '../../model/index.ts';
import { readCategories } from '../terms/categories.ts';
import { rangeOf, type TokenSpan } from '../view.ts';
import type { Decision } from '../when-where/index.ts';
import { type Scene, topSentences, typeOf, wordOf } from './scene.ts';

/** "the 2017 St Petersburg metro bombing", "the Abbey Gate bombing": a capitalised name before the trigger. */
function nameOf(scene: Scene): string | undefined {
  for (const { sentence, triggers } of scene.sentences) {
    for (const trigger of triggers.filter((one) => one.noun)) {
      const { tokens } = sentence.view;
      let first = trigger.at;
      while (
        first > 0 &&
        (tokens[first - 1]?.pos === 'PROPN' || (tokens[first - 1]?.pos === 'NOUN' && first < trigger.at + 1)) &&
        trigger.at - first < 6
      )
        first--;
      while (first < trigger.at && tokens[first]?.pos !== 'PROPN') first++;
      if (trigger.at - first < 2 || sentence.view.block === 'headline' || tokens[first - 2]?.lower === 'behind')
        continue;
      const range = rangeOf(sentence.view, first, trigger.at + 1);
      const words = tokens.slice(first, trigger.at + 1).map((token) => token.form);
      return range.end - range.start < 60 ? words.join(' ') : undefined;
    }
  }
  return undefined;
}

function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end + 1)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push({ start: range.start, end: range.end });
  }
  return merged;
}

function withoutTokens({ first: _first, last: _last, ...time }: TokenSpan<TimeExpression>): TimeExpression {
  return time;
}

/** Give where a scene begins: a sentence may tell of several, each from its own finding on. */
function startOf({ main, sentences: [first] }: Scene): number {
  const view = first?.sentence.view;
  const [finding] = first?.sentence.findings ?? [];
  const own = main || finding === undefined ? undefined : view?.tokens[finding.from];
  return own?.start ?? view?.start ?? 0;
}

/** Describe a scene as an incident mention of its article; times and places best first. */
export function describeScene(article: string, scene: Scene, { times, places, sites }: Decision): IncidentMention {
  const views = scene.sentences.map(({ sentence }) => sentence.view);
  const opening = scene.sentences.find(({ triggers }) => triggers.length > 0);
  const trigger = opening?.triggers[0];
  const categories = readCategories(views.slice(0, topSentences));
  const name = nameOf(scene);
  const type = typeOf(scene);
  const word = wordOf(scene, type);
  return {
    id: makeId('mention', article, scene.main ? 'main' : 'background', startOf(scene)),
    article,
    main: scene.main,
    type,
    ...(opening === undefined || trigger === undefined
      ? {}
      : { trigger: rangeOf(opening.sentence.view, trigger.at, trigger.at + 1) }),
    ...(word === undefined ? {} : { word }),
    ...(name === undefined ? {} : { name }),
    when: times.map(({ best: { time } }) => withoutTokens(time)),
    where: places.map(({ value }) => value),
    venues: [...new Set(sites.map(({ best: { mention } }) => mention.name))],
    participants: [...new Set(views.flatMap((view) => view.names.map((mention) => mention.key)))].sort(),
    weapons: categories.filter((found) => found.attribute === 'weapon').map((found) => found.term),
    targets: categories.filter((found) => found.attribute === 'target').map((found) => found.term),
    evidence: mergeRanges(views),
  };
}
