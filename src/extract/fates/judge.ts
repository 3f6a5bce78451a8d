import table from '../../../data/fate-levels.json' with { type: 'json' };
import words from '../../../data/predicates/attack.json' with { type: 'json' };
import type { Quantity } from '../../model/index.ts';
import { exactly, type Modality } from '../../model/index.ts';
import { makeCountedGroup } from '../constructions/groups.ts';
import type { Fate, Finding, FindingDraft } from '../finding.ts';
import { mayCountPeople, type PeoplePhrase } from '../people/index.ts';
import type { SentenceView, TokenSpan } from '../view.ts';
import { type Anchor, anchorOfGroup, findAnchors } from './anchors.ts';
import { areJoined, joinConjuncts } from './conjuncts.ts';
import { type FateJudgement, type FateLabel, judgeAnchor } from './head.ts';
import { findPredicate } from './predicate.ts';

const { levels } = table;

const attackerNouns: ReadonlySet<string> = new Set(words.attackers);

/** What the rules call a fate that the head tells. */
const fateOf: Readonly<Record<FateLabel, Fate | undefined>> = {
  none: undefined,
  killed: 'killed',
  injured: 'injured',
  missing: 'missing',
  hostages: 'hostages',
  rescued: 'rescued',
  displaced: 'displaced',
  arrested: 'arrested',
  perpetratorsKilled: 'killed',
  casualties: 'casualties',
  perpetratorsInjured: 'injured',
  // Attackers as such are counted by rules of their own.
  perpetrators: undefined,
};

/** Fates the head was trained to tell from nothing: its own, and those it calls by another name. */
const trained: ReadonlySet<Fate> = new Set<Fate>([
  ...Object.values(fateOf).flatMap((fate) => fate ?? []),
  'detained',
  'struck',
  'hospitalised',
]);

/** Fates of which one may follow the other: who was seized or missing is freed or found, or found dead. */
const befall: Readonly<Partial<Record<FateLabel, readonly FateLabel[]>>> = {
  hostages: ['rescued', 'killed'],
  missing: ['rescued', 'killed'],
  rescued: ['hostages', 'missing', 'injured'],
  killed: ['hostages', 'missing'],
};

const ofAttackers: ReadonlySet<FateLabel> = new Set<FateLabel>(['perpetratorsKilled', 'perpetratorsInjured']);

/** Completes a draft of a finding with its words and mood. */
export type Complete = (draft: FindingDraft) => Finding;

interface Judged {
  readonly anchor: Anchor;
  readonly judgement: FateJudgement;
}

/**
 * Let the fate head drop, place and add to what the rules found in a sentence; sentences it did not read stay as they are.
 *
 * A rule's finding goes where the head is sure that nothing is told of its people (`levels.drop`); an anchor no rule spoke of becomes a
 * finding where the head is sure enough (`levels.add`, `levels.addPerson`). What stays is told of which happening and time the head judges.
 */
export function judgeFates(
  view: SentenceView,
  groups: readonly PeoplePhrase[],
  findings: readonly Finding[],
  complete: Complete,
): readonly Finding[] {
  if (view.parse === undefined) return findings;
  const judged = new Map<number, Judged>();
  for (const anchor of findAnchors(view, groups, findings)) {
    const judgement = judgeAnchor(view, anchor);
    if (judgement !== undefined) judged.set(anchor.at, { anchor, judgement });
  }
  const kept = findings.flatMap((finding) => keep(view, finding, judged));
  const unread = [...judged.values()].filter(({ anchor }) => !findings.some((finding) => counts(finding, anchor)));
  const sure = unread.flatMap((one) => add(view, one, levelOf(one), complete));
  const rest = unread.filter(({ anchor }) => !sure.some(({ groups: [group] }) => isAt(group, anchor)));
  const joined = rest.flatMap((one) => addJoined(view, groups, one, [...kept, ...sure], complete));
  const all = joinConjuncts(view, groups, kept, [...sure, ...joined].sort(inOrder));
  return [...all].sort(inOrder);
}

const inOrder = (a: Finding, b: Finding): number => a.from - b.from || a.to - b.to;

function isAt(group: PeoplePhrase | undefined, { at }: Anchor): boolean {
  return group !== undefined && group.first <= at && at < group.last;
}

function levelOf({ anchor }: Judged): number {
  return anchor.kind === 'number' ? levels.add : levels.addPerson;
}

/** Add who is told in one breath with people whose fate is known, where the head does not speak against it: "33 townsmen and one stranger". */
function addJoined(
  view: SentenceView,
  groups: readonly PeoplePhrase[],
  one: Judged,
  known: readonly Finding[],
  complete: Complete,
): readonly Finding[] {
  const group = phraseOf(view, one.anchor);
  if (group === undefined) return [];
  const whole = known.find(
    ({ fate, groups: members }) =>
      fate === fateOf[one.judgement.best] && members.some((member) => areJoined(view, groups, member, group)),
  );
  return whole === undefined ? [] : add(view, one, levels.conjunct, complete);
}

/** Tell whether a finding that speaks of no phrase has the number of an anchor: "the toll rose to 19", or 19 where it "fell from 19 to 17". */
function counts({ groups, first, last, revisedFrom }: Finding, { at, value }: Anchor): boolean {
  if (groups.length > 0) return false;
  return (at >= first - 1 && at <= last) || (revisedFrom !== undefined && revisedFrom.anchor === value?.anchor);
}

/** Families of rules that read what the head does not see: the sentence before ("whose own figure was seven"), the forms of bulletins ("5 WIA"). */
const beyondHead = /^(?:reference|elided|labels)\//;

function keep(view: SentenceView, finding: Finding, judged: ReadonlyMap<number, Judged>): readonly Finding[] {
  if (!trained.has(finding.fate) || beyondHead.test(finding.rule)) return [finding];
  if (finding.groups.length === 0) {
    const own = [...judged.values()].find(({ anchor }) => anchor.fate === finding.fate && anchor.rule === finding.rule);
    return drops(own?.judgement) ? [] : [place(finding, own?.judgement)];
  }
  const read = finding.groups.map((group) => ({ group, judgement: judged.get(anchorOfGroup(view, group))?.judgement }));
  const kept = read.filter(({ group, judgement }) => refersBack(group) || !drops(judgement));
  if (kept.length === 0) return [];
  return [
    place({ ...finding, groups: kept.map(({ group, judgement }) => reassign(group, judgement)) }, kept[0]?.judgement),
  ];
}

/** "All of them died", "everyone was killed": how many is told elsewhere, and the head has seen few such words. */
function refersBack({ noun, determiner, none }: PeoplePhrase): boolean {
  return noun === 'everyone' && determiner === 'pronoun' && !none;
}

function drops(judgement: FateJudgement | undefined): boolean {
  return judgement?.best === 'none' && judgement.probability >= levels.drop;
}

/**
 * Take from the head on whose side a counted group was: "eight militants killed in an air strike" are the struck, not the attackers.
 *
 * Single persons keep the role that the whole report gives them, and "assailants" are what they are called.
 */
function reassign(group: PeoplePhrase, judgement: FateJudgement | undefined): PeoplePhrase {
  if (judgement === undefined || group.singular || judgement.probability < levels.role) return group;
  const attackers = ofAttackers.has(judgement.best);
  if (attackers === (group.role === 'suspect') || judgement.best === 'none') return group;
  if (!attackers && attackerNouns.has(group.noun)) return group;
  return { ...group, role: attackers ? 'suspect' : undefined };
}

/** Take from the head whose fate it is, and what of a whole. */
function mark(group: PeoplePhrase, judgement: FateJudgement | undefined): PeoplePhrase {
  if (judgement === undefined) return group;
  const { best, probability, scope } = judgement;
  const attacker = ofAttackers.has(best) && probability >= levels.role;
  const struck = !attacker && !group.singular && probability >= levels.role && !attackerNouns.has(group.noun);
  const named = attacker ? { ...group, role: 'suspect' as const } : struck ? { ...group, role: undefined } : group;
  return {
    ...named,
    partOf: group.partOf ? (scope.total ?? 0) < levels.scope : (scope.subset ?? 0) >= levels.scope,
    additional: group.additional || (scope.additional ?? 0) >= levels.scope,
  };
}

/** Take from the head of what stretch of time and of which happening a finding is told. */
function place(finding: Finding, judgement: FateJudgement | undefined): Finding {
  if (judgement === undefined) return finding;
  const period = (judgement.span.period ?? 0) >= levels.period && !tellsOneDeed(finding);
  return { ...finding, other: judgement.about.other ?? 0, ...(period ? { period } : {}) };
}

const long: ReadonlySet<string | undefined> = new Set(['year', 'decade', 'century']);

/** "In January it bombed a shrine, killing dozens": a participle tells what one deed did, where a day or month dates it. */
function tellsOneDeed({ rule, view }: Finding): boolean {
  const dated = view.times.some(({ role, value }) => role === 'point' && !long.has(value?.precision));
  return rule === 'verb/participle' && dated;
}

/** Take from the head how sure the words are as well, where the rules see nothing particular. */
function refine(finding: Finding, groups: readonly PeoplePhrase[], judgement: FateJudgement | undefined): Finding {
  if (judgement === undefined) return { ...finding, groups };
  return { ...place(finding, judgement), groups, modality: moodOf(finding.modality, judgement) };
}

function moodOf(modality: Modality, { mood }: FateJudgement): Modality {
  if (modality !== 'asserted') return modality;
  for (const name of ['alleged', 'claimed', 'feared'] as const) if ((mood[name] ?? 0) >= levels.mood) return name;
  return (mood.unreal ?? 0) >= levels.mood ? 'hypothetical' : 'asserted';
}

function add(view: SentenceView, { anchor, judgement }: Judged, level: number, complete: Complete): readonly Finding[] {
  const told = tellsOf(judgement);
  if (anchor.fate !== undefined || told < level) return [];
  const group = phraseOf(view, anchor, told >= levels.certain);
  if (group === undefined) return [];
  const { first, last } = findPredicate(view, { ...anchor, group });
  return fatesOf(judgement, Math.min(level, levels.best)).flatMap((label) => {
    const fate = fateOf[label];
    if (fate === undefined) return [];
    const draft: FindingDraft = { fate, groups: [mark(group, judgement)], first, last, rule: `head/${label}` };
    return [refine(complete(draft), draft.groups, judgement)];
  });
}

/** Give how sure the head is that something is told of the people, whatever it is: "hostages" and "rescued" share what "seized in March, have been freed" says. */
function tellsOf({ fates }: FateJudgement): number {
  return 1 - (fates.none ?? 0) - (fates.perpetrators ?? 0);
}

/** Give what is told of the people: the likeliest fate, and beside it one that may befall the same. */
function fatesOf({ best, probability, fates }: FateJudgement, least: number): readonly FateLabel[] {
  if (best === 'none' || probability < least) return [];
  const beside = (befall[best] ?? []).filter((label) => (fates[label] ?? 0) >= levels.beside);
  return [best, ...beside];
}

/** Give the phrase of the people an anchor stands for, made of its number or noun where none was read; `certain` that people are meant. */
function phraseOf(view: SentenceView, { at, group, kind }: Anchor, certain = false): PeoplePhrase | undefined {
  const quantity: TokenSpan<Quantity> | undefined = view.quantityOver[at];
  if (group?.noun === '' && group.counted && quantity !== undefined && !certain && !mayCountPeople(view, quantity))
    return undefined;
  if (group !== undefined) return group.count === undefined && !group.singular ? undefined : group;
  if (kind === 'number') {
    if (quantity === undefined || (!certain && !mayCountPeople(view, quantity))) return undefined;
    return makeCountedGroup(quantity, quantity.last, false);
  }
  const token = view.tokens[at];
  if (kind !== 'mention' || token === undefined || (token.pos === 'NOUN' && token.lower !== token.lemma))
    return undefined;
  return {
    first: at,
    last: at + 1,
    head: at,
    noun: token.pos === 'NOUN' ? token.lemma : '',
    determiner: token.pos === 'PROPN' ? 'name' : 'indefinite',
    count: exactly(1),
    counted: false,
    singular: true,
    classes: [],
    additional: false,
    partOf: false,
    none: false,
    possessor: false,
    governor: '',
  };
}
