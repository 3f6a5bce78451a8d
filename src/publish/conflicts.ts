import { type Conflict, type ConflictToll, compareText, type Edition } from '../model/index.ts';
import { formatDay, formatEdtf } from './wording/dates.ts';
import { countOf, formatCount } from './wording/figures.ts';
import { attributeNames } from './wording/labels.ts';

/** List the conflicts of an edition, those with most figures first. */
export function listConflicts({ conflicts = [] }: Edition): readonly Conflict[] {
  return [...conflicts].sort((a, b) => b.tolls.length - a.tolls.length || compareText(a.name, b.name));
}

/** Say what a conflict is besides its name: who is named a party, how much of the edition belongs to it. */
export function sayConflict({ parties, incidents, articles }: Conflict): string {
  const held = incidents.length === 0 ? '' : `; ${countOf(incidents.length, 'incident')} of this edition`;
  const named = parties.length === 0 ? '' : `; named as parties: ${parties.join(', ')}`;
  const give = articles.length === 1 ? 'gives' : 'give';
  return `${countOf(articles.length, 'report')} ${give} figures of its own${held}${named}`;
}

/** Say what a figure of a conflict counts: "Killed, children, in the West Bank". */
export function sayCounted({ attribute, victims = [], place }: ConflictToll): string {
  return [attributeNames[attribute], ...victims, ...(place === undefined ? [] : [place])].join(', ');
}

/** Say over which days a figure of a conflict counts: "since 7 October 2023, as of 2 March 2024". */
export function sayPeriod({ since, asOf }: ConflictToll): string {
  const parts = [
    since === undefined ? undefined : `since ${formatEdtf(since.edtf)}`,
    asOf === undefined ? undefined : `as of ${formatDay(asOf)}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Print a figure of a conflict in digits, or the words that stand for it. */
export function formatToll({ value }: ConflictToll): string {
  return formatCount(value);
}
