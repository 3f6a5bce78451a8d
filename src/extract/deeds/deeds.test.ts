import { describe, expect, it } from 'vitest';
import { plantTree } from '../../../test/kits/trees.ts';
import { findDeeds } from './index.ts';

/** Print the deeds of a hand-written tree: act, agents < patients, with the rules that found them. */
function tell(lines: string): readonly string[] {
  return findDeeds(plantTree(lines)).map(({ act, agents, patients }) => {
    const print = (side: typeof agents): string => side.map(({ word, rule }) => `${word.form} (${rule})`).join(', ');
    return [act.form, print(agents), print(patients)].filter((part) => part !== '').join(': ');
  });
}

describe('findDeeds', () => {
  it('reads subject and object, each member of a coordination', () => {
    const deeds = tell(`
      1 Raiders raider NOUN 2 nsubj
      2 killed kill VERB 0 root
      3 two _ NUM 4 nummod
      4 guards guard NOUN 2 obj
      5 and _ CCONJ 7 cc
      6 a _ DET 7 det
      7 cook _ NOUN 4 conj`);
    expect(deeds).toEqual(['killed: raiders (agent/subject): guards (patient/object), cook (patient/object)']);
  });

  it('reads a passive with its agent, and no one by whom nothing is done', () => {
    const deeds = tell(`
      1 Mara Mara PROPN 3 nsubj:pass
      2 was be AUX 3 aux:pass
      3 stabbed stab VERB 0 root
      4 by _ ADP 6 case
      5 a _ DET 6 det
      6 neighbour _ NOUN 3 obl:agent
      7 by _ ADP 9 case
      8 the _ DET 9 det
      9 river _ NOUN 3 obl`);
    expect(deeds).toEqual(['stabbed: neighbour (agent/by): mara (patient/subject)']);
  });

  it('shares subjects and objects among coordinated verbs', () => {
    const shared = tell(`
      1 Police police NOUN 2 nsubj
      2 shot shoot VERB 0 root
      3 and _ CCONJ 4 cc
      4 killed kill VERB/VBD 2 conj
      5 him he PRON 4 obj`);
    expect(shared).toEqual([
      'shot: police (agent/subject): him (patient/shared-object)',
      'killed: police (agent/shared-subject): him (patient/object)',
    ]);
    const passive = tell(`
      1 Two _ NUM 3 nsubj:pass
      2 were be AUX 3 aux:pass
      3 shot shoot VERB 0 root
      4 and _ CCONJ 5 cc
      5 killed kill VERB/VBN 3 conj`);
    expect(passive).toEqual(['shot: two (patient/subject)', 'killed: two (patient/shared-subject)']);
  });

  it('gives relative pronouns their nouns', () => {
    const clause = (verb: string) => `
      1 The _ DET 2 det
      2 man _ NOUN 6 nsubj
      3 who _ PRON 4 nsubj
      4 ${verb} VERB 2 acl:relcl
      5 Ilsa Ilsa PROPN 4 obj
      6 fled flee VERB 0 root`;
    expect(tell(clause('killed kill'))).toEqual(['killed: man (agent/relative): ilsa (patient/object)']);
    expect(tell(clause('married marry'))).toEqual([]);
    const wasShot = tell(`
      1 Someone someone PRON 0 root
      2 who _ PRON 4 nsubj:pass
      3 was be AUX 4 aux:pass
      4 shot shoot VERB 1 acl:relcl`);
    expect(wasShot).toEqual(['shot: someone (patient/relative)']);
  });

  it('reads participles on nouns and consequences of a main verb', () => {
    const blast = tell(`
      1 A _ DET 2 det
      2 blast _ NOUN 0 root
      3 killing kill VERB/VBG 2 acl
      4 four _ NUM 3 obj`);
    expect(blast).toEqual(['killing: blast (agent/participle): four (patient/object)']);
    const opened = tell(`
      1 He he PRON 2 nsubj
      2 opened open VERB 0 root
      3 fire _ NOUN 2 obj
      4 , _ PUNCT 5 punct
      5 wounding wound VERB/VBG 2 advcl
      6 three _ NUM 5 obj`);
    expect(opened).toEqual(['wounding: he (agent/consequence): three (patient/object)']);
    const killed = tell(`
      1 People people NOUN 0 root
      2 killed kill VERB/VBN 1 acl
      3 by _ ADP 4 case
      4 snipers sniper NOUN 2 obl:agent`);
    expect(killed).toEqual(['killed: snipers (agent/by): people (patient/participle)']);
    const mourned = tell(`
      1 Nobody nobody PRON 2 nsubj
      2 mourned mourn VERB 0 root
      3 the _ DET 4 det
      4 wounded _ NOUN 2 obj`);
    expect(mourned).toEqual([]);
  });

  it('reads deeds that were carried out, not those that were planned', () => {
    const control = (verb: string) => `
      1 She she PRON 2 nsubj
      2 ${verb} VERB 0 root
      3 to _ PART 4 mark
      4 kill _ VERB 2 xcomp
      5 him he PRON 4 obj`;
    expect(tell(control('managed manage'))).toEqual(['kill: she (agent/control): him (patient/object)']);
    expect(tell(control('planned plan'))).toEqual(['kill: him (patient/object)']);
  });

  it('reads nouns of harm with their phrases', () => {
    const noun = (preposition: string) => `
      1 The _ DET 2 det
      2 murder _ NOUN 0 root
      3 ${preposition} _ ADP 4 case
      4 Ilsa Ilsa PROPN 2 nmod
      5 by _ ADP 6 case
      6 soldiers soldier NOUN 2 nmod`;
    expect(tell(noun('of'))).toEqual(['murder: soldiers (agent/of-noun): ilsa (patient/of-noun)']);
    expect(tell(noun('near'))).toEqual(['murder: soldiers (agent/of-noun)']);
  });

  it('takes no one for both agent and patient of one act', () => {
    const deeds = tell(`
      1 He he PRON 2 nsubj
      2 shot shoot VERB 0 root
      3 himself _ PRON 2 obj`);
    expect(deeds).toEqual(['shot: he (agent/subject): himself (patient/object)']);
  });
});
