import type { Attribution, Claim, IncidentMention, Range } from '../model/index.ts';
import type { Utterance } from './attribution/index.ts';
import { makeClaim, type Said, type Setting, wordsOf } from './claims.ts';
import { type Scene, typeOf } from './scenes/scene.ts';
import { readCategories } from './terms/categories.ts';
import { classify } from './terms/classes.ts';
import { readPerpetrators } from './terms/perpetrators.ts';
import type { SentenceView } from './view.ts';
import type { Decision } from './when-where/index.ts';

type Attributed = (range: Range) => Attribution | undefined;

/** Places and times of a scene beyond these say little of it. */
const keptTimes = 3;
const keptPlaces = 3;
/** A storm, a quake, a flood strikes many. */
const keptPlacesOfArea = 12;

function typeClaims(setting: Setting, scene: Scene, mention: IncidentMention): readonly Claim[] {
  const opening = scene.sentences.find(({ triggers }) => triggers.some((trigger) => trigger.type === mention.type));
  const trigger = opening?.triggers.find((one) => one.type === mention.type);
  if (opening === undefined || trigger === undefined) return [];
  const { view } = opening.sentence;
  const found = classify(mention.type, view, trigger.at);
  const claim = makeClaim(setting, {
    attribute: 'type',
    value: { kind: 'category', term: mention.type },
    evidence: [wordsOf(view, trigger.at, trigger.at + 1)],
    view,
    rule: 'type/trigger',
    confidence: 0.8,
  });
  return [found === undefined ? claim : { ...claim, class: found }];
}

function dateClaims(setting: Setting, scene: Scene, { times }: Decision): readonly Claim[] {
  return times.slice(0, keptTimes).flatMap(({ best: { time, view }, probability }) => {
    if (time.value === undefined) return [];
    const claim = makeClaim(setting, {
      attribute: 'date',
      value: time.value,
      evidence: [time],
      view,
      rule: `date/${time.rule}`,
      ...aboutOf(setting, scene, view),
      confidence: round(probability),
    });
    const anchor =
      time.reference.kind === 'absolute' ? 'absolute' : time.reference.kind === 'context' ? 'context' : 'published';
    return [{ ...claim, resolution: { value: time.value, anchor } } as const];
  });
}

function placeClaims(setting: Setting, scene: Scene, { places }: Decision): readonly Claim[] {
  const kept = typeOf(scene) === 'disaster' ? keptPlacesOfArea : keptPlaces;
  return places.slice(0, kept).map(({ value, best: { mention, view }, probability }) =>
    makeClaim(setting, {
      attribute: 'place',
      value,
      evidence: [mention.told ?? mention],
      view,
      rule: `place/${mention.rule}`,
      ...aboutOf(setting, scene, view),
      confidence: round(probability),
    }),
  );
}

/** Say whose day or place it is where the sentence is not the scene's own. */
function aboutOf({ mention }: Setting, scene: Scene, { index }: SentenceView): Pick<Said, 'about'> {
  return scene.sentences.some(({ sentence }) => sentence.view.index === index) && scene.main ? {} : { about: mention };
}

function round(probability: number): number {
  return Math.round(1000 * probability) / 1000;
}

function categoryClaims(setting: Setting, scene: Scene, attributed: Attributed): readonly Claim[] {
  return readCategories(scene.sentences.map(({ sentence }) => sentence.view)).map(({ attribute, term, view, at }) =>
    makeClaim(setting, {
      attribute,
      value: { kind: 'category', term },
      evidence: [wordsOf(view, at, at + 1)],
      view,
      rule: `${attribute}/word`,
      attribution: attributed(wordsOf(view, at, at + 1)),
      confidence: 0.7,
    }),
  );
}

function perpetratorClaims(setting: Setting, scene: Scene, attributed: Attributed): readonly Claim[] {
  return readPerpetrators(scene.sentences.map(({ sentence }) => sentence.view)).map(
    ({ actor, view, first, last, modality, standing, rule }) => ({
      ...makeClaim(setting, {
        attribute: 'perpetrator',
        value: { kind: 'actor', name: actor.key },
        evidence: [wordsOf(view, first, last)],
        view,
        rule,
        modality,
        attribution: attributed(wordsOf(view, first, last)),
        confidence: 0.7,
      }),
      ...(standing === undefined ? {} : { standing }),
    }),
  );
}

/** "Gunmen", "the group" and "a militant commander" name nobody. */
function isNamed({ speaker, view }: Utterance): boolean {
  return (
    speaker.key !== undefined || view.nameOver.slice(speaker.first, speaker.last).some((name) => name !== undefined)
  );
}

function responsibilityClaims(setting: Setting, scene: Scene, utterances: readonly Utterance[]): readonly Claim[] {
  const told = new Set(scene.sentences.map(({ sentence }) => sentence.view.index));
  return utterances
    .filter((one) => one.responsibility && one.stance === 'claims' && told.has(one.view.index) && isNamed(one))
    .map(({ view, speaker, cue, via, start, end, attribution }) => {
      const name = speaker.key ?? speaker.text;
      return makeClaim(setting, {
        attribute: 'responsibility',
        value: { kind: 'actor', name },
        evidence: [{ start, end }],
        view,
        rule: 'responsibility/claimed',
        modality: 'claimed',
        attribution: {
          speaker: name,
          kind: 'perpetrator',
          chain: via === undefined ? [name] : [name, via],
          cue,
          ...attribution,
        },
        confidence: 0.85,
      });
    });
}

/** Make the claims of a scene that are not counts: type, date, place, weapon, target, perpetrator, responsibility. */
export function makeTermClaims(
  setting: Setting,
  scene: Scene,
  mention: IncidentMention,
  decision: Decision,
  utterances: readonly Utterance[],
  attributed: Attributed,
): readonly Claim[] {
  return [
    ...typeClaims(setting, scene, mention),
    ...dateClaims(setting, scene, decision),
    ...placeClaims(setting, scene, decision),
    ...categoryClaims(setting, scene, attributed),
    ...perpetratorClaims(setting, scene, attributed),
    ...responsibilityClaims(setting, scene, utterances),
  ];
}
