import words from '../../../data/ask-words.json' with { type: 'json' };
import numbers from '../../../data/numbers.json' with { type: 'json' };
import { type Attribute, countTable, defined, isCountAttribute } from '../../model/index.ts';
import { findAttribute, findCounted } from './attribute.ts';
import { findMoments } from './moments.ts';
import { cutAsOf, cutEnd, cutPolicy, cutSource, readAgent } from './phrases.ts';
import type { Misfit, Question, QuestionKind } from './question.ts';
import { isFunctionWord, keysOf, phrasePattern, readWords, type Word } from './words.ts';

const pattern = (phrases: readonly string[], flags = 'iu'): RegExp => new RegExp(phrasePattern(phrases), flags);

const [unreal, beyond] = [pattern(words.unreal, 'u'), pattern(words.beyond)];
const [claiming, doing, disagreeing] = [pattern(words.claiming), pattern(words.doing), pattern(words.disagreeing)];
const saidWhat = new RegExp(`^who\\s+(?:has\\s+|had\\s+)?${phrasePattern(words.speaking)}`, 'iu');
const tolls = /\b(?:what|which)\b.*\b(?:toll|number|figure|count|deaths|fatalities|casualties)\b/i;
const [aside, attackers] = [keysOf(words.aside), keysOf(words.attackers)];
const stating = keysOf(Object.values(words.attributes).flat());

/** Understand a question; a misfit is one that no record answers: of another kind, of what is to come, of several incidents together. */
export function parseQuestion(text: string): Question | Misfit {
  const asked = text.trim().replace(/\s+/g, ' ');
  if (asked === '') return { misfit: 'nothing was asked' };
  if (unreal.test(asked)) return { misfit: 'records tell what was reported, not what may come or might have been' };
  if (beyond.test(asked))
    return { misfit: 'it asks for a figure that is of more than one incident, or counts others beside' };
  const kind = findKind(asked);
  if (kind === undefined)
    return { misfit: 'ask how many, when, where, who said or did it, or which reports disagree, of one incident' };
  return readQuestion(asked, kind);
}

function findKind(text: string): QuestionKind | undefined {
  if (disagreeing.test(text) && /\b(?:which|what|do|does|where|how)\b/i.test(text)) return 'disagree';
  if (/^\s*(?:who(?:m)?|(?:which|what) (?:\p{L}+ )?(?:group|groups|movement|organi[sz]ation|militia))\b/iu.test(text)) {
    if (claiming.test(text) || doing.test(text)) return 'who-did';
    return saidWhat.test(text) ? 'who-said' : undefined;
  }
  if (/^(?:when|on (?:what|which) (?:day|date)|in (?:what|which) (?:year|month))\b/i.test(text)) return 'when';
  if (/^(?:where|in (?:what|which) (?:town|city|country|place))\b/i.test(text)) return 'where';
  return /\bhow many\b/i.test(text) || tolls.test(text) ? 'figure' : undefined;
}

function readQuestion(text: string, kind: QuestionKind): Question | Misfit {
  const { found: policy, rest: afterPolicy } = cutPolicy(text);
  const { found: end, rest: afterEnd } = cutEnd(afterPolicy);
  const isFact = kind === 'when' || kind === 'where' || kind === 'who-did';
  const counted = isFact ? undefined : (findCounted(afterEnd) ?? readStated(afterEnd, kind));
  if (!isFact && counted === undefined)
    return { misfit: 'it counts nothing that records count, or several things at once' };
  const attribute = counted?.attribute;
  const isMomentary =
    attribute !== undefined && isCountAttribute(attribute) && countTable[attribute].momentary === true;
  const { found: asOf, rest: afterTime } = cutAsOf(afterEnd, isMomentary);
  const { found: source = [], rest } = kind === 'who-said' ? { rest: afterTime } : cutSource(afterTime);
  const figure = kind === 'who-said' ? readFigure(rest) : undefined;
  if (kind === 'who-said' && figure === undefined)
    return { misfit: 'say which figure, as in "who said that 12 people died"' };
  const group = counted?.group ?? [];
  return {
    ...{
      kind,
      group,
      source,
      moments: findMoments(rest),
      part: readPart(rest),
      agent: readAgent(rest),
      about: readAbout(cutDoing(rest), group, figure, attribute),
    },
    ...defined({ attribute, figure, asOf, policy, end }),
  };
}

/** Of a question without "how many" the words alone tell what is meant: "the death toll of". */
function readStated(text: string, kind: QuestionKind): ReturnType<typeof findCounted> {
  const attribute = findAttribute(text) ?? (kind === 'disagree' || kind === 'who-said' ? 'killed' : undefined);
  return attribute === undefined ? undefined : { attribute, group: [] };
}

const units: Readonly<Record<string, number>> = numbers.units;

/** The first number of a question that is no date: "17", "3,400", "twelve". */
function readFigure(text: string): number | undefined {
  const dates = findMoments(text);
  const plain = dates.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
  const values = readWords(plain).flatMap(({ text: word }) => {
    if (/^\d+$/.test(word)) return [Number(word)];
    const unit = units[word.toLowerCase()];
    return unit === undefined ? [] : [unit];
  });
  return values[0];
}

/** "died in Tinmere in the valley flood", "when the valley flooded": asks for those of one town. */
function readPart(text: string): readonly Word[] {
  const found = /\b(?:in|at)\s+((?:\p{Lu}[\p{L}-]*\s+)+)(?:in|during|after|by|when|as|while)\s+the\b/u.exec(text);
  return readWords(found?.[1] ?? '');
}

/** "claimed responsibility for" names no incident. */
function cutDoing(text: string): string {
  return text.replace(claiming, ' ').replace(doing, ' ');
}

/** What is left when all that is no name of the incident is taken away. */
function readAbout(
  text: string,
  group: readonly Word[],
  figure: number | undefined,
  attribute: Attribute | undefined,
): readonly Word[] {
  const isOfAttackers =
    attribute !== undefined && isCountAttribute(attribute) && countTable[attribute].ofAttackers === true;
  const dates = findMoments(text);
  const plain = dates.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
  const left = readWords(plain).slice(1);
  const isGroup = new Set(group.map(({ key }) => key));
  return left.filter((word) => {
    if (isFunctionWord(word) || isGroup.has(word.key)) return false;
    if (!word.isName && (aside.has(word.key) || stating.has(word.key))) return false;
    if (isOfAttackers && attackers.has(word.key)) return false;
    return !(figure !== undefined && (word.text === String(figure) || units[word.text.toLowerCase()] === figure));
  });
}
