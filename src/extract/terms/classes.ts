import attackTable from '../../../data/attack-types.json' with { type: 'json' };
import hazardTable from '../../../data/hazard-types.json' with { type: 'json' };
import type { Claim, IncidentType } from '../../model/index.ts';
import type { SentenceView } from '../view.ts';

/** A class of a foreign scheme. */
type SchemeClass = NonNullable<Claim['class']>;

interface Row {
  readonly code: string | number;
  readonly name: string;
  readonly incidents: readonly string[];
  readonly words: readonly string[];
}

const attacks: readonly Row[] = attackTable.types;
const hazards: readonly Row[] = hazardTable.types;

/** Kinds an attack by somebody can be told as, so that the words of another class of attack say which. */
const attackKinds: ReadonlySet<string> = new Set([...attacks.flatMap(({ incidents }) => incidents), 'killing']);

/** How far the words of a row stand from token `at` of the sentence; undefined where none stands there. */
function distanceTo(row: Row, view: SentenceView, at: number): number | undefined {
  const found = row.words.flatMap((word) => {
    if (word.includes(' ')) {
      const start = ` ${view.words} `.indexOf(` ${word} `);
      const first = view.wordStarts.findIndex((one) => one >= start);
      const last = first + word.split(' ').length - 1;
      return start < 0 ? [] : [Math.max(first - at, at - last, 0)];
    }
    return view.tokens.flatMap(({ lower, lemma }, index) =>
      lower === word || lemma === word ? [Math.abs(index - at)] : [],
    );
  });
  return found.length === 0 ? undefined : Math.min(...found);
}

/** An assassination is one whatever it was done with: rows with words come before the kind's own, in GTD's order. */
function classifyAttack(type: IncidentType, view: SentenceView, at: number): Row | undefined {
  if (!attackKinds.has(type)) return undefined;
  const own = attacks.findIndex(({ incidents }) => incidents.includes(type));
  const told = attacks.findIndex((row) => distanceTo(row, view, at) !== undefined);
  const first = own < 0 ? told : told < 0 ? own : Math.min(own, told);
  return attacks[first];
}

/** Of rows whose words stand in the sentence, the one with words of two ("flash flood"), else nearest to the trigger. */
function classifyHazard(type: IncidentType, view: SentenceView, at: number): Row | undefined {
  const near = hazards
    .filter(({ incidents }) => incidents.includes(type))
    .flatMap((row, order) => {
      const distance = distanceTo(row, view, at);
      // A fire is one of a factory, and a crash one of a bus, by a word that stands a little way off.
      return distance === undefined ? [] : [{ row, order, distance }];
    });
  if (type === 'fire') return near[0]?.row;
  return near.sort((a, b) => a.distance - b.distance || a.order - b.order)[0]?.row;
}

/**
 * Find the class of an incident in the field's schemes: GTD's attack types for attacks, EM-DAT's keys for accidents and disasters.
 *
 * `at` is the token that names the incident in its sentence. Undefined where the words tell no class: a code is never guessed.
 */
export function classify(type: IncidentType, view: SentenceView, at: number): SchemeClass | undefined {
  const attack = classifyAttack(type, view, at);
  if (attack !== undefined) return { scheme: 'gtd', code: String(attack.code), name: attack.name };
  const hazard = classifyHazard(type, view, at);
  return hazard && { scheme: 'emdat', code: String(hazard.code), name: hazard.name };
}
