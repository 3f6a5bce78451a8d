import { type IncidentType, sortBy, type TimeExpression } from '../../model/index.ts';
import type { ReadSentence } from '../findings.ts';
import type { IncidentTrigger } from './triggers.ts';

/** A sentence with the incident words in it. */
export interface SceneSentence {
  readonly sentence: ReadSentence;
  readonly triggers: readonly IncidentTrigger[];
}

/** A happening of nature that spreads over places and days: a storm, a flood, a quake, a heat wave. */
export interface Hazard {
  /** Years the report's opening names, as printed; empty where it names none. */
  readonly years: ReadonlySet<string>;
  /** Names it is called by: "Typhoon Orla" is "orla". */
  readonly names: ReadonlySet<string>;
  /** True where it is told from a distance, as in an encyclopedia: by dates, never "on Monday" or "yesterday". */
  readonly isChronicle: boolean;
}

/** What one article tells of one happening, while it is being gathered. */
export interface Scene {
  readonly main: boolean;
  readonly sentences: readonly SceneSentence[];
  /** True of another happening that words and times do not put aside: the report tells it among its own news. */
  readonly beside?: boolean;
  /** The storm, flood or quake it is a chronicle of; what one did is told place by place. */
  readonly hazard?: Hazard;
  /** The time that dates it best so far. */
  readonly time?: TimeExpression;
}

/** Types that a more telling word of the same scene replaces: "attack" says less than "shooting". */
const vague: Readonly<Partial<Record<IncidentType, number>>> = {
  other: 0,
  killing: 1,
  'police-operation': 1,
  clash: 2,
  unrest: 2,
  'armed-attack': 3,
};
const plain = 4;
/** Sentences from the top of a scene that say what kind of happening it is. */
export const topSentences = 6;

/** Choose the type most told in the scene's opening, telling words before vague ones. */
export function typeOf(scene: Scene): IncidentType {
  const votes = new Map<IncidentType, number>();
  scene.sentences.slice(0, topSentences).forEach(({ triggers, sentence }) => {
    const factor = sentence.view.block === 'headline' ? 2 : 1;
    for (const trigger of triggers)
      votes.set(trigger.type, (votes.get(trigger.type) ?? 0) + factor * (vague[trigger.type] ?? plain));
  });
  const best = [...votes.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return best?.[0] ?? 'other';
}

/** Choose the word of a type that the scene's opening tells most, the first among equals; its lemma. */
export function wordOf(scene: Scene, type: IncidentType): string | undefined {
  const counts = new Map<string, number>();
  for (const { triggers, sentence } of scene.sentences.slice(0, topSentences))
    for (const trigger of triggers) {
      const lemma = sentence.view.tokens[trigger.at]?.lemma.toLowerCase();
      if (trigger.type === type && lemma !== undefined) counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
    }
  return sortBy([...counts], ([, count]) => [-count])[0]?.[0];
}
