import {
  type AsideReason,
  type Attribute,
  attributes,
  attributeTable,
  type CountRecord,
  type Difference,
  type Incident,
  isCountRecord,
  type Status,
  type TermRecord,
} from '../../model/index.ts';

/** Label of each attribute's row. */
export const attributeNames: Readonly<Record<Attribute, string>> = Object.fromEntries(
  attributes.map((name) => [name, attributeTable[name].label]),
) as Record<Attribute, string>;

/** Name of each status, with a mark that shows it without colour. */
export const statusNames: Readonly<Record<Status | 'withdrawn', { readonly mark: string; readonly word: string }>> = {
  agreed: { mark: '●', word: 'agreed' },
  compatible: { mark: '◉', word: 'compatible' },
  updated: { mark: '◐', word: 'updated' },
  disputed: { mark: '◇', word: 'disputed' },
  'single-source': { mark: '○', word: 'single source' },
  unknown: { mark: '–', word: 'unknown' },
  withdrawn: { mark: '×', word: 'withdrawn' },
};

/** Why a reading differs from the accepted one, in a few words. */
export const differenceNames: Readonly<Record<Difference, string>> = {
  later: 'superseded by a later figure',
  copied: 'repeats another report',
  subset: 'part of the total',
  scope: 'counts other people, another place or period',
  'perpetrators-included': 'includes the attackers',
  rounding: 'a rounded form of it',
  speaker: 'from another speaker',
  partisan: 'from a party to the violence',
  revised: 'taken back by the same speaker',
  'wrong-incident': 'about another incident',
  rejected: 'rejected by a person',
  unexplained: 'unexplained',
};

/** Name of each kind of incident, in lower case. */
export const typeNames: Readonly<Record<Incident['type'], string>> = {
  shooting: 'shooting',
  bombing: 'bombing',
  'armed-attack': 'armed attack',
  stabbing: 'stabbing',
  'vehicle-attack': 'attack with a vehicle',
  siege: 'siege',
  kidnapping: 'kidnapping',
  airstrike: 'airstrike',
  clash: 'clash',
  killing: 'killing',
  'police-operation': 'police operation',
  accident: 'accident',
  fire: 'fire',
  disaster: 'disaster',
  unrest: 'unrest',
  other: 'incident',
};

/** Give the status to print for a record; the grade "withdrawn" takes precedence over its status. */
export function statusOf(record: CountRecord | TermRecord): keyof typeof statusNames {
  return isCountRecord(record) && record.grade === 'withdrawn' ? 'withdrawn' : record.status;
}

/** Turn a term of a category table into words: `small-arms` to `small arms`. */
export function spellTerm(term: string): string {
  return term.replace(/[-_]+/g, ' ');
}

/** Make the first letter a capital. */
export function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What words set aside of a day or a place tell instead. */
export const asideNames: Readonly<Record<AsideReason, string>> = {
  telling: 'the day it was told',
  court: 'a day in court',
  arrest: 'an arrest over it',
  'later-death': 'a later death of wounds',
  birth: 'a birth',
  ahead: 'a day to come',
  count: 'the day a count began',
  'after-print': 'a day after print',
  dateline: 'where the report was written',
  speaker: 'the seat of who speaks',
  aftermath: 'where the hurt or held were brought',
  home: 'where somebody is from',
  outlet: 'the name of the outlet',
  name: 'part of a name',
  'other-happening': 'told of another happening',
  wider: 'holds the accepted one and says less',
  weaker: 'tied to it by weaker signs',
};
