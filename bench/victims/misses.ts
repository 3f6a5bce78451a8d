import type { AttackCase } from './hrdsattack.ts';
import type { ReportAnswer } from './read.ts';
import { scoreHeads } from './score.ts';
import { harms, type VictimCase } from './sets.ts';

/** List the victims whose words no claim overlaps, with the words around them. */
export function listMissedVictims(cases: readonly VictimCase[], answers: readonly ReportAnswer[]): string {
  return cases
    .flatMap((one, at) => {
      const whole = `\n${one.text}`;
      const around = (start: number, end: number) =>
        whole.slice(Math.max(0, start - 60), end + 40).replaceAll(/\s+/g, ' ');
      const claims = answers[at]?.claims ?? [];
      const lines = harms.flatMap((harm) => [
        ...one.victims
          .filter((victim) => victim.harm === harm)
          .map(({ head }) => ({ start: head.start + 1, end: head.end + 1 }))
          .filter((head) => scoreHeads({ ...one, victims: [{ harm, head }] }, claims, harm).found === 0)
          .map(({ start, end }) => `  missed   ${harm} ${whole.slice(start, end)}: "${around(start, end)}"`),
      ]);
      return lines.length === 0 ? [] : [one.id, ...lines];
    })
    .join('\n');
}

/** List, for each attack, what was wanted beside what was answered, where the two may differ. */
export function listMissedFacts(cases: readonly AttackCase[], answers: readonly ReportAnswer[]): string {
  return cases
    .map(({ id, title, victims, day, place }, at) => {
      const { claims: _, ...given } = answers[at] ?? { claims: [] };
      return `${id} ${title}\n  wanted ${JSON.stringify({ victims, day, ...place })}\n  given  ${JSON.stringify(given)}`;
    })
    .join('\n');
}
