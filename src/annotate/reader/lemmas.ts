import type { NetworkTables } from '../../model/index.ts';

/**
 * Find a lemma: the table of inflected forms first, else the network's rule, else its spelling mended.
 *
 * A rule is `CASE|CUT|ADD`: keep the casing (`k`), lower-case all (`l`) or all but the first letter (`t`), cut letters from the end, add
 * letters; `=|0|X` is X. Must match training/reader_en/lemmas.py.
 */
export function findLemma(
  word: string,
  upos: string,
  rule: string,
  exceptions: NetworkTables['labels']['lemma_exceptions'],
): string {
  const lower = word.toLowerCase();
  const table = exceptions[upos];
  if (table !== undefined && Object.hasOwn(table, lower)) return table[lower] ?? lower;
  const lemma = applyRule(word, lower, rule);
  if (word.length <= 4 || (upos !== 'NOUN' && upos !== 'VERB')) return lemma;
  if (/ie[sd]$/.test(lower) && (lemma === lower.slice(0, -1) || lemma === lower.slice(0, -2))) {
    return `${lower.slice(0, -3)}y`;
  }
  if (/(?:sses|shes|ches|xes|zzes)$/.test(lower) && lemma === lower.slice(0, -1)) return lower.slice(0, -2);
  return lemma;
}

function applyRule(word: string, lower: string, rule: string): string {
  const add = rule.slice(rule.indexOf('|', 2) + 1);
  if (rule.startsWith('=')) return add;
  const count = Number.parseInt(rule.slice(2), 10);
  const form = rule.startsWith('l') ? lower : rule.startsWith('t') ? word.slice(0, 1) + lower.slice(1) : word;
  if (count > form.length || (count === form.length && add === '')) return lower;
  return form.slice(0, form.length - count) + add;
}
