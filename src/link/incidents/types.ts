import scenes from '../../../data/scene-words.json' with { type: 'json' };
import type { IncidentType } from '../../model/index.ts';

/** How two types of incident stand to each other. */
export type TypeRelation = 'same' | 'compatible' | 'different' | 'contrary';

const natural: ReadonlySet<IncidentType> = new Set(['accident', 'disaster']);
/** Words a reporter may use of almost any violence. */
const general: ReadonlySet<IncidentType> = new Set(['armed-attack', 'killing', 'other']);
/** Kinds that are often one happening told from two sides. */
const kindred: readonly (readonly IncidentType[])[] = [
  ['shooting', 'clash'],
  ['shooting', 'police-operation'],
  ['shooting', 'siege'],
  ['siege', 'kidnapping'],
  ['siege', 'police-operation'],
  ['clash', 'police-operation'],
  ['clash', 'unrest'],
  ['bombing', 'siege'],
  ['bombing', 'fire'],
  ['accident', 'fire'],
  ['accident', 'disaster'],
  ['disaster', 'fire'],
];

const ofWars: ReadonlySet<string> = new Set(scenes.warTypes);

/** Tell whether wars are made of such incidents, among others. */
export function mayBeOfWar(type: IncidentType): boolean {
  return ofWars.has(type);
}

/** Compare two types; a crash is contrary to an attack, a stabbing only different from a shooting. */
export function compareTypes(a: IncidentType, b: IncidentType): TypeRelation {
  if (a === b) return a === 'other' ? 'compatible' : 'same';
  if (a === 'other' || b === 'other') return 'compatible';
  if (kindred.some((pair) => pair.includes(a) && pair.includes(b))) return 'compatible';
  if (natural.has(a) || natural.has(b)) return 'contrary';
  return general.has(a) || general.has(b) ? 'compatible' : 'different';
}
