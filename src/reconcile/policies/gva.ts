import type { PolicyQuestion } from '../counts/choice.ts';
import type { Policy, PolicyAnswer } from './policy.ts';
import { answerAsRecorder } from './recorder.ts';

const ruleNames: Readonly<Record<string, string>> = { R2: 'G2', R3: 'G3', R4: 'G3', R6: 'G4', R7: 'G5' };

function answerAsGva(question: PolicyQuestion): PolicyAnswer {
  const { remark: _check, ...answer } = answerAsRecorder(question);
  return { ...answer, rule: ruleNames[answer.rule] ?? answer.rule };
}

/** Gun Violence Archive: the final confirmed count of everyone shot, suspects included. */
export const gva: Policy = {
  name: 'gva',
  edition: '2024',
  source: 'Gun Violence Archive, General Methodology (2024)',
  rules: [
    { id: 'G1', text: 'Killed and injured count everyone, dead and injured suspects included.' },
    { id: 'G2', text: 'Best is the newest confirmed figure of the best-placed speaker.' },
    { id: 'G3', text: 'Ties go to the number most independent witnesses allow, then to the middle figure.' },
    { id: 'G4', text: 'Vague words give no count.' },
    { id: 'G5', text: 'A number most reports come to, each read by itself, goes before.' },
  ],
  countsAttackers: () => true,
  asksEachReport: true,
  answer: answerAsGva,
};
