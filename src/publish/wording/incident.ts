import type { Incident, Proof } from '../../model/index.ts';
import { formatDay } from './dates.ts';
import { attributeNames } from './labels.ts';

/**
 * List what is said of an incident as a whole: whether the data set of its policy would hold it, and which standard of proof people say
 * is met.
 */
export function listRemarks(incident: Incident): readonly string[] {
  return [...sayEntry(incident), ...(incident.proof ?? []).map(sayProof)];
}

function sayEntry({ entry, attributes }: Incident): readonly string[] {
  if (entry === undefined) return [];
  const [record] = Object.values(attributes);
  const policy = record?.policy === undefined ? 'the policy' : record.policy;
  return [`${entry.meets ? 'Meets' : 'Does not meet'} the entry criteria of ${policy} (${entry.rule}). ${entry.why}`];
}

/** Say a standard of proof as the judgement of a person that it is: "Standard of proof: reasonable grounds to believe (A. Recorder, 2 May 2031): …". */
export function sayProof({ standard, attribute, by, at, reason }: Proof): string {
  const of = attribute === undefined ? '' : `, ${attributeNames[attribute].toLowerCase()}`;
  return `Standard of proof${of}: ${standard.replaceAll('-', ' ')} (${by}, ${formatDay(at.slice(0, 10))}): ${reason}`;
}
