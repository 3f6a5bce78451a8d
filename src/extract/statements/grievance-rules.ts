import cues from '../../../data/reason-cues.json' with { type: 'json' };
import { compilePhrases, matchPhrase } from '../constructions/phrases.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { tellsEffect } from './effects.ts';
import { judgeReason, type ReasonFinding, type ReasonInput } from './reason-rules.ts';
import { type ClauseRange, followPhrase, startClause } from './stretch.ts';

const citing: ReadonlySet<string> = new Set(cues.citing);
const accusing: ReadonlySet<string> = new Set(cues.accusing);
const demanding: ReadonlySet<string> = new Set(cues.demanding);
const believing: ReadonlySet<string> = new Set(cues.believing);
const wrongs: ReadonlySet<string> = new Set(cues.wrongs);
const hostile: ReadonlySet<string> = new Set(cues.hostile);
const grievances = compilePhrases(cues.grievances);
const subjects: ReadonlySet<string> = new Set([
  'they',
  'it',
  'group',
  'organisation',
  'organization',
  'militants',
  'rebels',
  'gunmen',
  'attackers',
]);

type GrievanceReader = (input: ReasonInput, at: number) => readonly ReasonFinding[];

const none: readonly ReasonFinding[] = [];

function make(view: SentenceView, cue: ClauseRange, cause: ClauseRange, rule: string): readonly ReasonFinding[] {
  const told = view.tokens.slice(cause.first, cause.last).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
  return told ? [{ ...cause, cue, rule: `reason/${rule}`, own: true, modality: judgeReason(view, cue) }] : none;
}

/** Tell whether an armed group, or a word that stands for one, is told just before a verb. */
function actsHere(view: SentenceView, at: number): boolean {
  const first = Math.max(startClause(view, at), at - 6);
  if (view.names.some((name) => name.rule === 'known-actor' && name.first >= first && name.last <= at)) return true;
  return view.tokens.slice(first, at).some((token) => subjects.has(token.lower));
}

function skipThat(view: SentenceView, at: number): number {
  return wordAt(view, at) === 'that' ? at + 1 : at;
}

/** "They have cited the air strikes." Not "police cited the driver": the one who acts must be the group. */
const cited: GrievanceReader = ({ view, speakers }, at) =>
  citing.has(wordAt(view, at)) && view.tokens[at]?.pos === 'VERB' && actsHere(view, at)
    ? make(view, { first: at, last: at + 1 }, followPhrase(view, at + 1, speakers), 'cited')
    : none;

/** "… turned its propaganda on the state, alleging that it oppresses the valley". Enmity must be told before. */
const alleged: GrievanceReader = ({ view, speakers }, at) => {
  if (!accusing.has(wordAt(view, at)) || !tellsEnmity(view, 0, at)) return none;
  const cause = followPhrase(view, skipThat(view, at + 1), speakers);
  return make(view, { first: at, last: at + 1 }, cause, 'alleged');
};

function tellsEnmity(view: SentenceView, first: number, last: number): boolean {
  return view.tokens.slice(first, last).some((token) => hostile.has(token.lower));
}

/** "when they demanded that the army leave the valley". Not "prosecutors demanded that": the one who acts must be the group. */
const demanded: GrievanceReader = ({ view, speakers }, at) => {
  const that = wordAt(view, at + 1) === 'that' || view.tokens[at + 1]?.pos === 'DET';
  if (!demanding.has(wordAt(view, at)) || !that || !actsHere(view, at) || !tellsEffect(view, 0, at)) return none;
  return make(view, { first: at, last: at + 1 }, followPhrase(view, skipThat(view, at + 1), speakers), 'demanded');
};

/** "which they believe spreads hatred of their faith". Not "they believe in patience": a wrong must be told. */
const believed: GrievanceReader = ({ view, speakers }, at) => {
  if (!believing.has(wordAt(view, at)) || !actsHere(view, at)) return none;
  const cause = followPhrase(view, skipThat(view, at + 1), speakers);
  const wrong = view.tokens
    .slice(cause.first, cause.last)
    .some((token) => wrongs.has(token.lemma) || wrongs.has(token.lower));
  return wrong ? make(view, { first: at, last: at + 1 }, cause, 'believed') : none;
};

/** "a target of the group, as the capital took part in the war". Not "a target, as the mayor put it": enmity before, a clause after. */
const targetedAs: GrievanceReader = ({ view, speakers }, at) => {
  if (wordAt(view, at) !== 'as' || wordAt(view, at - 1) !== ',' || !tellsEnmity(view, 0, at)) return none;
  if (/^(?:well|of|if|many|much|long|soon)$/.test(wordAt(view, at + 1))) return none;
  const cause = followPhrase(view, at + 1, speakers);
  const clause = view.tokens.slice(cause.first, cause.last).some(({ pos }) => pos === 'VERB');
  return clause ? make(view, { first: at, last: at + 1 }, cause, 'enmity-as') : none;
};

/** "declared opposition to the state following the two wars in the hills": enmity before, a war or wrong after. */
const enmityAfter: GrievanceReader = ({ view, speakers }, at) => {
  if (!/^(?:following|after|over)$/.test(wordAt(view, at)) || !tellsEnmity(view, startClause(view, at), at))
    return none;
  const cause = followPhrase(view, at + 1, speakers);
  const wars = view.tokens
    .slice(cause.first, cause.last)
    .some(({ lemma }) => wrongs.has(lemma) || /^(?:war|campaign|crackdown|killing|intervention|strike)$/.test(lemma));
  return wars ? make(view, { first: at, last: at + 1 }, cause, 'enmity-after') : none;
};

/** "X has been a grievance of the group": what stands before the verb is the reason. */
const grievance: GrievanceReader = ({ view }, at) => {
  if (matchPhrase(view, at, grievances) === 0) return none;
  const verb = view.tokens.findLastIndex(
    (token, index) => index < at && /^(?:is|are|was|were|be|been|remains?|became)$/.test(token.lower),
  );
  if (verb < 1) return none;
  let last = verb;
  while (last > 0 && /^(?:has|have|had|long|always|be)$/.test(wordAt(view, last - 1))) last -= 1;
  const first = startClause(view, last);
  return make(view, { first: verb, last: at + 1 }, { first, last }, 'grievance');
};

/** A list without a verb right after a grievance, in the same speech, gives its items: "The dam in the hills, the levy on salt, and …". */
const grievanceList: GrievanceReader = ({ view, before }, at) => {
  if (at !== 0 || before === undefined || view.tokens.length < 6) return none;
  if (!before.tokens.some((_, index) => matchPhrase(before, index, grievances) > 0)) return none;
  const items = splitList(view);
  return items.length < 3 ? none : items.flatMap((item) => make(view, { first: 0, last: 1 }, item, 'grievance-list'));
};

/** Items of a list of noun phrases at its commas; the joint "and" and an adverb before the last are left out. */
function splitList(view: SentenceView): readonly ClauseRange[] {
  const items: ClauseRange[] = [];
  let first = 0;
  for (let at = 0; at <= view.tokens.length; at++) {
    const mark = view.tokens[at]?.form;
    if (mark !== undefined && mark !== ',' && !isEnd(view, at)) continue;
    let start = first;
    while (/^(?:and|or|especially|particularly|above|all|“|")$/.test(wordAt(view, start))) start += 1;
    if (at > start) items.push({ first: start, last: at });
    first = at + 1;
  }
  return items;
}

function isEnd(view: SentenceView, at: number): boolean {
  return at >= view.tokens.length - 2 && /^[.”"]$/.test(view.tokens[at]?.form ?? '');
}

export const grievanceReaders: readonly GrievanceReader[] = [
  cited,
  alleged,
  demanded,
  believed,
  targetedAs,
  enmityAfter,
  grievance,
  grievanceList,
];
