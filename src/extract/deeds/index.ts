import { type DependencyTree, gatherTreeRules, membersOf, type TreeWord } from '../../text/trees/index.ts';
import { deedRules } from './rules.ts';
import { relatives } from './words.ts';

/** Someone or something in a deed, and the rule that says so. */
export interface Participant {
  readonly word: TreeWord;
  readonly rule: string;
}

/** An act of harm a sentence tells of, whether it says that it happened, was denied or may yet happen. */
export interface Deed {
  readonly act: TreeWord;
  readonly agents: readonly Participant[];
  readonly patients: readonly Participant[];
}

const rules = gatherTreeRules(deedRules);

/**
 * Find who did harm to whom in one sentence: every act with an agent or a patient, in the order of the text.
 *
 * Members of a coordination are told one by one. Pronouns stay as they are but for relative ones, which give way to the noun their
 * clause hangs on. Anyone an act has as its patient is not its agent too.
 */
export function findDeeds(tree: DependencyTree): readonly Deed[] {
  const acts = new Map<TreeWord, { readonly agents: Participant[]; readonly patients: Participant[] }>();
  for (const { rule, word, meaning } of rules.find(tree)) {
    const deed = acts.get(word) ?? { agents: [], patients: [] };
    acts.set(word, deed);
    const side = meaning.role === 'agent' ? deed.agents : deed.patients;
    for (const member of membersOf(meaning.who)) {
      const isKnown = side.some((one) => one.word === member) || relatives.has(member.lemma);
      if (!isKnown) side.push({ word: member, rule });
    }
  }
  return [...acts].flatMap(([act, { agents, patients }]) => {
    const doers = agents.filter(({ word }) => !patients.some((one) => one.word === word));
    return doers.length + patients.length === 0 ? [] : [{ act, agents: doers, patients }];
  });
}
