import cues from '../../../data/warning-cues.json' with { type: 'json' };
import type { Article, Attribution, Claim, Range } from '../../model/index.ts';
import type { Utterance } from '../attribution/index.ts';
import { makeClaim, type Setting } from '../claims.ts';
import { compilePhrases, matchPhrase } from '../constructions/phrases.ts';
import { readTriggers } from '../scenes/triggers.ts';
import { rangeOf, type SentenceView, wordAt } from '../view.ts';
import { followPhrase } from './stretch.ts';

const passive = compilePhrases(cues.passive);
const afterwards = new RegExp(`\\b(?:${cues.afterwards.join('|')})\\b`, 'u');
const contentOpeners: ReadonlySet<string> = new Set(cues.contentOpeners);
const dangers: ReadonlySet<string> = new Set(cues.dangers);

/** A warning's words, whom it was given to, and who gave it. */
interface Warning {
  readonly view: SentenceView;
  readonly evidence: Range;
  readonly content: Range;
  readonly whom?: string;
  readonly attribution?: Attribution | undefined;
  readonly rule: string;
}

/** A warning counts when it is of violence or danger, and was given before the happening, not in its wake. */
function isBefore(view: SentenceView, { start, end }: Range): boolean {
  const covered = view.tokens.flatMap((token, at) => (token.start >= start && token.end <= end ? [at] : []));
  const words = covered.map((at) => wordAt(view, at)).join(' ');
  const danger = covered.some((at) => dangers.has(wordAt(view, at)) || dangers.has(view.tokens[at]?.lemma ?? ''));
  const violence = readTriggers(view).some(({ at }) => covered.includes(at));
  return (danger || violence) && !afterwards.test(words);
}

/** Find whom a verb of warning is told to: the words between it and "of", "that", "about". */
function findAudience(view: SentenceView, at: number): string | undefined {
  const last = view.tokens.findIndex((token, index) => index > at && index < at + 8 && contentOpeners.has(token.lower));
  if (last <= at + 1) return undefined;
  const words = view.tokens.slice(at + 1, last);
  if (!words.every(({ pos }) => ['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'ADP', 'PART'].includes(pos))) return undefined;
  const { start, end } = rangeOf(view, at + 1, last);
  return textOf(view, start, end);
}

function textOf(view: SentenceView, start: number, end: number): string {
  return view.tokens
    .filter((token) => token.start >= start && token.end <= end)
    .map((token, at, all) => (at > 0 && token.start > (all[at - 1]?.end ?? 0) ? ` ${token.form}` : token.form))
    .join('');
}

/** "The embassy warned the city of an attack": a voice that warns. */
function fromVoice(utterance: Utterance): readonly Warning[] {
  const { view, stance, cueAt, content, attribution, start, end, speaker, cue, via } = utterance;
  const first = content[0];
  const last = content.at(-1);
  if (stance !== 'warns' || first === undefined || last === undefined) return [];
  const whole = { start: startContent(view, first.start), end: last.end };
  if (!isBefore(view, { start, end })) return [];
  const whom = findAudience(view, cueAt);
  const chain = via === undefined ? [speaker.text] : [speaker.text, via];
  return [
    {
      view,
      evidence: { start, end },
      content: whole,
      ...(whom === undefined ? {} : { whom }),
      attribution: { speaker: speaker.text, kind: speaker.kind, chain, cue, ...attribution },
      rule: 'warning/voice',
    },
  ];
}

/** Begin a warning's words after whom it was told to and the word that opens them: "the port of", "that". */
function startContent(view: SentenceView, start: number): number {
  const first = view.tokens.findIndex((token) => token.start >= start);
  const opener = view.tokens.findIndex(
    (token, at) => at >= first && at < first + 10 && contentOpeners.has(token.lower) && token.lower !== 'not',
  );
  return first < 0 || opener < 0 ? start : (view.tokens[opener + 1]?.start ?? start);
}

/** "warnings had been relayed to the port that an attack was near": nobody says who warned. */
function fromPassive(view: SentenceView): readonly Warning[] {
  return view.tokens.flatMap((_, at) => {
    const length = matchPhrase(view, at, passive);
    if (length === 0) return [];
    const to = wordAt(view, at + length) === 'to';
    const opener = view.tokens.findIndex(
      (token, index) => index >= at + length && index < at + length + 8 && contentOpeners.has(token.lower),
    );
    if (opener < 0) return [];
    const { first, last } = followPhrase(view, opener + 1, []);
    const content = rangeOf(view, first, last);
    const evidence = rangeOf(view, at, last);
    if (!isBefore(view, evidence)) return [];
    const whom = to ? rangeOf(view, at + length + 1, opener) : undefined;
    return [
      {
        view,
        evidence,
        content,
        rule: 'warning/passive',
        ...(whom === undefined ? {} : { whom: textOf(view, whom.start, whom.end) }),
      },
    ];
  });
}

/** Make the claims of warnings given before what happened: of what, by whom, to whom, when. */
export function makeWarningClaims(
  article: Article,
  views: readonly SentenceView[],
  utterances: readonly Utterance[],
  incidentOf: (view: SentenceView) => string | undefined,
): readonly Claim[] {
  const found = [...utterances.flatMap(fromVoice), ...views.flatMap(fromPassive)];
  return found.flatMap(({ view, evidence, content, whom, attribution, rule }) => {
    const mention = incidentOf(view);
    if (mention === undefined) return [];
    const when = view.times.find(
      ({ value, start }) => value !== undefined && start < content.start + (content.end - content.start) / 2,
    )?.value;
    const setting: Setting = { article, mention };
    const text = article.text.value.slice(content.start, content.end).replaceAll(/\s+/g, ' ').trim();
    const claim = makeClaim(setting, {
      attribute: 'warning',
      value: { kind: 'statement', text },
      evidence: [evidence],
      view,
      rule,
      attribution,
      confidence: 0.7,
    });
    const warned = { ...(whom === undefined ? {} : { whom }), ...(when === undefined ? {} : { when }) };
    return [Object.keys(warned).length === 0 ? claim : { ...claim, warned }];
  });
}
