import type { IncidentType } from '../../model/index.ts';
import type { Finding } from '../finding.ts';
import { type Scene, type SceneSentence, typeOf } from '../scenes/scene.ts';
import type { SentenceView } from '../view.ts';

/** Where the sentences of an article stand to one happening. */
export interface SceneStand {
  readonly main: boolean;
  /** What kind of happening it is. */
  readonly type: IncidentType;
  /** Sentences told of the happening, by index in the article. */
  readonly own: ReadonlyMap<number, SceneSentence>;
  /** Sentences told of another one only. */
  readonly others: ReadonlySet<number>;
  /** Indexes of the own sentences that state harm, or name the happening where none does. */
  readonly telling: readonly number[];
}

const harmful: ReadonlySet<string> = new Set([
  'killed',
  'injured',
  'struck',
  'casualties',
  'hostages',
  'missing',
  'rescued',
  'displaced',
]);

/** Tell whether a finding states that people came to harm. */
export function isHarm({ fate, modality, period }: Finding): boolean {
  return harmful.has(fate) && modality !== 'hypothetical' && period !== true;
}

/** List what a sentence says became of people. */
export function harmsOf({ sentence: { findings, ruled } }: SceneSentence): readonly Finding[] {
  return [...findings, ...ruled].filter(isHarm);
}

/** Say how every sentence of an article stands to one of its scenes. */
export function standOf(scene: Scene, scenes: readonly Scene[]): SceneStand {
  const own = new Map(scene.sentences.map((item) => [item.sentence.view.index, item]));
  const indexes = (some: readonly SceneSentence[]): readonly number[] =>
    some.map(({ sentence }) => sentence.view.index);
  const harming = scene.sentences.filter((item) => harmsOf(item).length > 0);
  const naming = scene.sentences.filter(({ triggers }) => triggers.length > 0);
  const others = scenes.filter((other) => other !== scene).flatMap(({ sentences }) => indexes(sentences));
  return {
    main: scene.main,
    type: typeOf(scene),
    own,
    others: new Set(others.filter((index) => !own.has(index))),
    telling: indexes(harming.length > 0 ? harming : naming),
  };
}

/** Print a count as one of few steps, so that a sign of it is met often: 4 and 5 are "4", 6 to 9 "6". */
export function stepOf(count: number): string {
  const steps = [16, 10, 6, 4, 3, 2, 1];
  return String(steps.find((step) => count >= step) ?? 0);
}

/** Say where a sentence stands: its block, how far down, whether it tells of the happening or how far from one that does. */
export function positionSigns({ index, block }: SentenceView, { own, others, telling }: SceneStand): readonly string[] {
  const item = own.get(index);
  const gaps = telling.map((at) => index - at);
  const gap = gaps.sort((a, b) => Math.abs(a) - Math.abs(b) || a - b)[0];
  const kind =
    item === undefined
      ? others.has(index)
        ? 'other'
        : 'none'
      : harmsOf(item).length > 0
        ? 'harm'
        : item.triggers.length > 0
          ? 'trigger'
          : 'own';
  return [
    `block=${block}`,
    `at=${stepOf(index)}`,
    `in=${kind}`,
    gap === undefined ? 'gap=none' : `gap=${gap < 0 ? '-' : ''}${stepOf(Math.abs(gap))}`,
    ...(telling[0] === index ? ['first-told'] : []),
    ...(index === 0 || index === 1 ? [`top=${kind}`] : []),
  ];
}
