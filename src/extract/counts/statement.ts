import type { Claim, CountAttribute, CountValue, Modality } from '../../model/index.ts';
import type { Individual } from '../coreference/individual.ts';
import type { Finding } from '../finding.ts';
import type { PeoplePhrase } from '../people/index.ts';

/** A figure or person as one scene states it, before it becomes a claim. Identity is the object. */
export interface FigureStatement {
  readonly attribute: CountAttribute;
  readonly value: CountValue;
  scope: Claim['scope'];
  /** The statement this one is part of or adds to. */
  of?: FigureStatement;
  /** True of a person told dead or hurt so late that another incident is meant. */
  elsewhere?: boolean;
  readonly finding: Finding;
  readonly group?: PeoplePhrase;
  readonly person?: Individual | undefined;
  readonly victims: readonly string[];
  readonly modality: Modality;
  readonly additional: boolean;
  /** Statements it was summed or derived from. */
  readonly parts?: readonly FigureStatement[];
  readonly rule: string;
  /** Order in the text. */
  readonly order: number;
}

/** Tell whether a statement may enter a total: said to have happened, of people not told as part of others. */
export function mayCount(statement: FigureStatement): boolean {
  return ['asserted', 'alleged', 'claimed'].includes(statement.modality) && statement.scope !== 'subset';
}

/** Give the number a statement prints, or the least it allows. */
export function printed(value: CountValue): number {
  return value.anchor ?? value.min;
}

/** Tell whether a statement counts another time than this incident's: a longer one, or another incident's. */
export function isPeriod(statement: FigureStatement): boolean {
  return statement.elsewhere === true || statement.rule.endsWith('+period');
}
