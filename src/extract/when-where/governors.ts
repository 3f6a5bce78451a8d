import cues from '../../../data/incident-cues.json' with { type: 'json' };
import type { Arc } from '../dependencies.ts';
import type { SceneSentence } from '../scenes/scene.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { harmsOf, stepOf } from './stand.ts';

interface Stretch {
  readonly first: number;
  readonly last: number;
}

const classes: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['afterwards', new Set(cues.afterwards)],
  ['legal', new Set(cues.legal)],
  ['site', new Set(cues.aftermathSites)],
  ['moved', new Set(cues.aftermathVerbs)],
  ['telling', new Set(cues.telling)],
  ['happening', new Set(cues.happening)],
];
const quoteMarks: ReadonlySet<string> = new Set(['“', '”', '"', '``', "''", '«', '»']);
/** Steps up the tree that are looked at. */
const climb = 4;
/** Words on either side within which the nearest cue counts. */
const cueReach = 12;

/** Tokens of a sentence that state harm or name the happening. */
interface Tellers {
  readonly harms: ReadonlySet<number>;
  readonly triggers: ReadonlySet<number>;
}

function tellersOf(item: SceneSentence | undefined): Tellers {
  const harms = new Set<number>();
  for (const { first, last } of item === undefined ? [] : harmsOf(item))
    for (let at = first; at < last; at++) harms.add(at);
  return { harms, triggers: new Set(item?.triggers.map(({ at }) => at)) };
}

function classOf(view: SentenceView, at: number, { harms, triggers }: Tellers): string {
  if (harms.has(at)) return 'harm';
  if (triggers.has(at)) return 'trigger';
  const word = wordAt(view, at);
  return classes.find(([, words]) => words.has(word))?.[0] ?? (view.tokens[at]?.pos ?? 'X').toLowerCase();
}

/** Find the token of a stretch whose head stands outside of it. */
function headOf({ parse }: SentenceView, { first, last }: Stretch): number | undefined {
  if (parse === undefined) return undefined;
  for (let at = first; at < last; at++) {
    const arc = parse.arcs[at];
    if (arc !== undefined && (arc.head < first || arc.head >= last)) return at;
  }
  return undefined;
}

/** Name the words a stretch hangs on, up to the verb of its clause. */
function treeSigns(view: SentenceView, stretch: Stretch, tellers: Tellers): readonly string[] {
  const arcs = view.parse?.arcs ?? [];
  const head = headOf(view, stretch);
  if (head === undefined) return ['no-tree'];
  let at: number = head;
  const signs: string[] = [];
  let path = '';
  for (let step = 1; step <= climb; step++) {
    const arc: Arc | undefined = arcs[at];
    if (arc === undefined || arc.head < 0) {
      if (step === 1) signs.push('is-root');
      break;
    }
    const relation = arc.relation.split(':')[0] ?? '';
    const token = view.tokens[arc.head];
    const kind = classOf(view, arc.head, tellers);
    path += `${relation}>`;
    if (step === 1)
      signs.push(`relation=${arc.relation}`, `head=${token?.lemma ?? ''}`, `hung-on=${kind}`, `${relation}-on=${kind}`);
    if (step === 2) signs.push(`path=${path}`, `second=${kind}`, `second-word=${token?.lemma ?? ''}`);
    if (token?.pos === 'VERB' || token?.pos === 'AUX') {
      signs.push(`verb=${token.lemma}`, `verb-is=${kind}`, `verb-steps=${step}`);
      if (arcs[arc.head]?.head === -1) signs.push('main-verb');
      break;
    }
    at = arc.head;
  }
  return signs;
}

/** Find the preposition before a stretch, over articles and adjectives: "in" of "in the northern city of". */
function prepositionBefore({ tokens }: SentenceView, first: number): string {
  for (let at = first - 1; at >= Math.max(0, first - 4); at--) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.pos === 'ADP' || token.pos === 'SCONJ') return token.lower;
    if (token.pos !== 'DET' && token.pos !== 'ADJ' && token.pos !== 'ADV' && token.pos !== 'NOUN') break;
  }
  return 'none';
}

function gapTo(marks: ReadonlySet<number>, { first, last }: Stretch): string {
  const gaps = [...marks].map((at) => (at < first ? first - at : at - last + 1));
  return gaps.length === 0 ? 'none' : stepOf(Math.min(...gaps));
}

/** Find the kind of the nearest word of telling, law, aftermath or happening. */
function nearestCue(view: SentenceView, { first, last }: Stretch, tellers: Tellers): string {
  for (let step = 1; step <= cueReach; step++) {
    for (const at of [first - step, last - 1 + step]) {
      const kind = view.tokens[at] === undefined ? '' : classOf(view, at, tellers);
      if (kind === 'harm' || kind === 'trigger' || classes.some(([name]) => name === kind)) return kind;
    }
  }
  return 'none';
}

/** Say what the words around a time or place of a sentence tie it to. */
export function tieSigns(view: SentenceView, stretch: Stretch, item: SceneSentence | undefined): readonly string[] {
  const { first, last } = stretch;
  const tellers = tellersOf(item);
  const marks = view.tokens.slice(0, first).filter(({ form }) => quoteMarks.has(form)).length;
  const [previous, next] = [wordAt(view, first - 1), wordAt(view, last)];
  return [
    `preposition=${prepositionBefore(view, first)}`,
    `previous=${previous}`,
    `next=${next}`,
    `cue=${nearestCue(view, stretch, tellers)}`,
    `to-harm=${gapTo(tellers.harms, stretch)}`,
    `to-trigger=${gapTo(tellers.triggers, stretch)}`,
    ...(marks % 2 === 1 ? ['quoted'] : []),
    ...(first === 0 ? ['opens'] : []),
    ...treeSigns(view, stretch, tellers),
  ];
}
