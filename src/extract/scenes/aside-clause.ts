import cues from '../../../data/incident-cues.json' with { type: 'json' };
import type { Finding } from '../finding.ts';
import { wordAt } from '../view.ts';

/** Words that open a clause about a place or a day told before it. */
const openers: ReadonlySet<string> = new Set(cues.asideOpeners);
/** Words that set a clause at an earlier time than its sentence: "the week before", "a year earlier". */
const earlier = new RegExp(`(?:^| )(?:${cues.earlier.join('|')})(?= |$)`);
/** Tokens back to which the opening word of a clause is looked for, and on to which its time is. */
const reach = 12;

/**
 * Tell whether a finding stands in a clause that recalls something earlier at a place or day named in passing.
 *
 * Yes: "He admired the gunman of Norwick, where four people were killed the week before." No: "Crews went to Norwick, where four people were
 * killed on Tuesday"; "Four people were killed the week before the vote".
 */
export function isAsideClause({ view, from, to }: Finding): boolean {
  const openerAt = (at: number): boolean => openers.has(wordAt(view, at)) && !openers.has(wordAt(view, at + 1));
  let opened = -1;
  for (let at = from - 1; at >= Math.max(0, from - reach); at--)
    if (openerAt(at) && at > 0) opened = Math.max(opened, at);
  if (opened < 0) return false;
  const words = view.tokens.slice(to, to + reach).map(({ lower }) => lower);
  const comma = words.indexOf(',');
  return earlier.test((comma < 0 ? words : words.slice(0, comma)).join(' '));
}
