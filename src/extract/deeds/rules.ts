import {
  agent,
  child,
  either,
  makeTreeRule,
  modifier,
  noun,
  object,
  parent,
  passiveSubject,
  subject,
  type TreeRule,
  type TreeWord,
  verb,
} from '../../text/trees/index.ts';
import { carriedOut, harmNouns, harmVerbs, relatives } from './words.ts';

/** What a word is to an act of harm: who did it, or to whom it was done. */
export interface Part {
  readonly role: 'agent' | 'patient';
  /** Head of the words that name it; what is coordinated to it shares the role. */
  readonly who: TreeWord;
}

const asAgent = ({ who }: { readonly who: TreeWord }): Part => ({ role: 'agent', who });
const asPatient = ({ who }: { readonly who: TreeWord }): Part => ({ role: 'patient', who });

const harming = verb(harmVerbs);
const ownSubject = either(subject(), passiveSubject());
/** Harm done by those the clause is about. */
const active = harming.without(passiveSubject(), child('aux:pass'));
/** Harm done to those the clause is about. */
const passive = either(harming.with(child('aux:pass')), harming.with(passiveSubject()));
/** "shot by", "killed in": a participle on a noun. */
const participle = harming.tag('VBN', 'VBD').without(ownSubject, child('aux:pass'), object());

/** One rule a construction; each is shown by examples in the test beside it. */
export const deedRules: readonly TreeRule<Part>[] = [
  makeTreeRule('agent/subject', active.with(subject('who')), asAgent),
  makeTreeRule('agent/by', harming.with(agent('who').relation('obl:agent')), asAgent),
  makeTreeRule(
    'agent/shared-subject',
    active.without(ownSubject).with(parent('conj').verb().without(child('aux:pass')).with(subject('who'))),
    asAgent,
  ),
  makeTreeRule('agent/relative', active.with(subject().lemma(relatives), parent('acl:relcl').as('who')), asAgent),
  makeTreeRule('agent/participle', harming.tag('VBG').with(parent('acl').as('who')), asAgent),
  makeTreeRule(
    'agent/consequence',
    harming
      .tag('VBG')
      .without(subject())
      .with(parent('advcl').verb().without(child('aux:pass')).with(subject('who'))),
    asAgent,
  ),
  makeTreeRule('agent/control', harming.with(parent('xcomp').verb(carriedOut).with(subject('who'))), asAgent),
  makeTreeRule('agent/of-noun', noun(harmNouns).with(modifier('by').as('who')), asAgent),
  makeTreeRule('patient/object', active.with(object('who')), asPatient),
  makeTreeRule('patient/subject', harming.with(passiveSubject('who')), asPatient),
  makeTreeRule(
    'patient/shared-subject',
    either(passive.without(ownSubject), participle).with(parent('conj').verb().with(passiveSubject('who'))),
    asPatient,
  ),
  makeTreeRule(
    'patient/shared-object',
    active
      .without(object())
      .with(
        child('conj').verb(harmVerbs).tag('VBD', 'VBG', 'VBP', 'VBZ', 'VB').without(ownSubject).with(object('who')),
      ),
    asPatient,
  ),
  makeTreeRule(
    'patient/relative',
    harming.with(either(passiveSubject().lemma(relatives), object().lemma(relatives)), parent('acl:relcl').as('who')),
    asPatient,
  ),
  makeTreeRule('patient/participle', participle.with(parent('acl').as('who')), asPatient),
  makeTreeRule('patient/of-noun', noun(harmNouns).with(modifier('of').as('who')), asPatient),
];
