import type { Incident } from '../../model/index.ts';

/** List what is said of an incident as a whole: whether the data set of its policy would hold it. */
export function listRemarks({ entry, attributes }: Incident): readonly string[] {
  if (entry === undefined) return [];
  const [record] = Object.values(attributes);
  const policy = record?.policy === undefined ? 'the policy' : record.policy;
  return [`${entry.meets ? 'Meets' : 'Does not meet'} the entry criteria of ${policy} (${entry.rule}). ${entry.why}`];
}
