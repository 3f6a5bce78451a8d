import speech from '../../../data/speech-cues.json' with { type: 'json' };
import type { Finding } from '../finding.ts';
import type { ReadSentence } from '../findings.ts';
import type { PeoplePhrase } from '../people/index.ts';
import { collapsePeople } from './collapse.ts';
import { findIdentified } from './identity.ts';
import { harmfulFates, type Individual, isHarmed, learn } from './individual.ts';
import { type PersonEvidence, resolvePerson } from './resolve.ts';
import { findSuspects } from './suspects.ts';

/** People of one scene, and which group of which sentence denotes whom. */
export interface Register {
  readonly people: readonly Individual[];
  find(sentence: number, group: PeoplePhrase): Individual | undefined;
}

const telling: ReadonlySet<string> = new Set(speech.stances.says);

function findingsOf({ findings }: ReadSentence, group: PeoplePhrase): readonly Finding[] {
  return findings.filter((finding) => finding.groups.some((other) => other.head === group.head));
}

function partOf(
  sentence: ReadSentence,
  group: PeoplePhrase,
  present: ReadonlySet<Individual>,
  suspect: boolean,
): PersonEvidence {
  const own = findingsOf(sentence, group);
  return {
    sentence: sentence.view.index,
    summary: summarises(sentence),
    present,
    harmed: own.some((finding) => harmfulFates.has(finding.fate)),
    killed: own.some((finding) => finding.fate === 'killed'),
    alive: own.some(isOfNow) || (group.determiner === 'indefinite' && isHurtAlone(own)),
    role: suspect || group.role === 'suspect' ? 'suspect' : undefined,
  };
}

const now: ReadonlySet<string> = new Set(['is', 'are', 'remains', 'remain', 'currently', 'now', '’s', "'s"]);
/** Tokens before the words for a state in which its verb stands. */
const verbReach = 4;

/** "is in stable condition", "remains hospitalized": a state that lasts, of somebody alive. */
function isOfNow({ rule, view, first, last }: Finding): boolean {
  if (rule !== 'condition/state') return false;
  return view.tokens.slice(Math.max(0, first - verbReach), last).some((token) => now.has(token.lower));
}

/** "A woman was severely injured": brings in somebody who lives; of one who died the words would say so. */
function isHurtAlone(own: readonly Finding[]): boolean {
  return own.length > 0 && own.every(({ fate }) => fate === 'injured');
}

/** Headlines, and sentences that give figures ("three killed, another wounded"), tell all at once what the rest retells. */
function summarises({ view, findings }: ReadSentence): boolean {
  if (view.block === 'headline') return true;
  return findings.some(({ fate, groups }) => harmfulFates.has(fate) && groups.some((group) => !group.singular));
}

/** "He says Voss was shot": who only tells of it is named elsewhere, and must not be taken for the one harmed. */
function onlyTells(sentence: ReadSentence, group: PeoplePhrase): boolean {
  const next = sentence.view.tokens[group.last];
  return next !== undefined && telling.has(next.lemma) && findingsOf(sentence, group).length === 0;
}

/**
 * Tell whether who died by their own hand is told as an attacker: the sentence tells of harm to others as well.
 *
 * Yes: "A man shot his wife before killing himself". No: "A boy of 9 found a gun and fatally shot himself".
 */
function marksSuspect({ findings }: ReadSentence, finding: Finding): boolean {
  if (finding.selfInflicted !== true || finding.fate !== 'killed') return false;
  const own = new Set(finding.groups.map((group) => group.head));
  return findings.some(
    ({ fate, groups, selfInflicted }) =>
      selfInflicted !== true && harmfulFates.has(fate) && groups.some((group) => !own.has(group.head) && !group.none),
  );
}

/** People of a scene while its sentences are gone through. */
class Gathering {
  readonly people: Individual[] = [];
  readonly denoted = new Map<string, Individual>();

  keyOf(sentence: ReadSentence, group: PeoplePhrase): string {
    return `${sentence.view.index}:${group.head}`;
  }

  add(sentence: ReadSentence): void {
    const suspects = findSuspects(sentence);
    const identified = findIdentified(sentence);
    const present = new Set<Individual>();
    for (const group of sentence.groups) {
      if (!group.singular || group.none) continue;
      if (group.determiner === 'pronoun' && onlyTells(sentence, group)) continue;
      const alias = identified.get(group.head);
      const known = alias === undefined ? undefined : this.denoted.get(this.keyOf(sentence, alias));
      const part = partOf(sentence, group, present, suspects.has(group.head));
      // "A boy shot another boy" tells him from the one who shot, not from anybody told of before.
      const beside = sentence.groups.some((other) => other.last <= group.first && suspects.has(other.head));
      const meant = beside || this.isBesideUnharmed(group, sentence) ? { ...group, additional: false } : group;
      const person = known ?? resolvePerson(this.people, meant, part) ?? this.introduce(meant, part);
      if (person === undefined) continue;
      this.tell(person, sentence, meant, part.role);
      present.add(person);
    }
  }

  /** "A child was playing with a gun. It went off, hitting another child": other than one who came to no harm. */
  private isBesideUnharmed(group: PeoplePhrase, { view }: ReadSentence): boolean {
    if (!group.additional || group.noun === '') return false;
    const alike = this.people.filter((person) => person.nouns.includes(group.noun));
    const last = alike.toSorted((a, b) => (b.sentences.at(-1) ?? 0) - (a.sentences.at(-1) ?? 0))[0];
    return last !== undefined && !isHarmed(last) && view.index - (last.sentences.at(-1) ?? 0) <= 1;
  }

  /** Bring in a new person; a pronoun nobody answers to is none. */
  private introduce(group: PeoplePhrase, { summary }: PersonEvidence): Individual | undefined {
    if (group.determiner === 'pronoun') return undefined;
    const person: Individual = {
      index: this.people.length,
      nouns: [],
      classes: new Set(),
      findings: [],
      sentences: [],
      stands: [],
      ...(group.additional ? { another: summary ? 'in-sum' : 'told' } : {}),
    };
    this.people.push(person);
    return person;
  }

  private tell(person: Individual, sentence: ReadSentence, group: PeoplePhrase, role: Individual['role']): void {
    learn(person, group, sentence.view.index, role);
    this.denoted.set(this.keyOf(sentence, group), person);
    for (const finding of findingsOf(sentence, group)) {
      person.findings.push(finding);
      if (marksSuspect(sentence, finding)) person.role = 'suspect';
    }
  }
}

/**
 * Register the people of a scene, sentence by sentence: each singular group is joined to the person it denotes.
 *
 * The result is keyed by sentence and head token, so that every finding about a group is the person's.
 */
export function registerPeople(sentences: readonly ReadSentence[]): Register {
  const gathering = new Gathering();
  for (const sentence of sentences) gathering.add(sentence);
  const joined = collapsePeople(gathering.people);
  return {
    people: gathering.people.filter((person) => !joined.has(person)),
    find(sentence, group) {
      const person = gathering.denoted.get(`${sentence}:${group.head}`);
      return person === undefined ? undefined : (joined.get(person) ?? person);
    },
  };
}
