import type { Modality, NameMention } from '../../model/index.ts';
import { readTriggers } from '../incidents/triggers.ts';
import { verbClass } from '../lexicon.ts';
import { type Placed, type SentenceView, wordAt } from '../view.ts';

/** An organisation the words tie to an incident as its doer. */
export interface PerpetratorFinding {
  readonly actor: Placed<NameMention>;
  readonly view: SentenceView;
  readonly first: number;
  readonly last: number;
  readonly modality: Modality;
  readonly rule: string;
}

const suspecting: ReadonlySet<string> = new Set([
  'suspected',
  'suspect',
  'allegedly',
  'accused',
  'blamed',
  'believed',
  'possibly',
  'reportedly',
  'attributed',
  'accountable',
  'likely',
  'if',
  'may',
  'accuse',
  'blame',
  'almost',
]);
const doing: ReadonlySet<string> = new Set([
  'launch',
  'bomb',
  'storm',
  'attack',
  'seize',
  'raid',
  'kill',
  'carry',
  'shoot',
  'behead',
  'massacre',
  'ambush',
  'detonate',
]);

function byWords(
  view: SentenceView,
  actor: Placed<NameMention>,
): { readonly first: number; readonly rule: string } | undefined {
  const before = view.tokens.slice(Math.max(0, actor.first - 6), actor.first).map((token) => token.lower);
  const text = before.join(' ');
  if (
    /\b(?:carried out|perpetrated|claimed|committed|conducted|launched|attack|attacks|bombing|assault|staged|attributed to|blamed on|orchestrated|work of)\b.*\b(?:by|on|to|of)(?: the)?$/.test(
      text,
    )
  ) {
    return { first: Math.max(0, actor.first - Math.min(6, before.length)), rule: 'perpetrator/by' };
  }
  return undefined;
}

function asSubject(
  view: SentenceView,
  actor: Placed<NameMention>,
): { readonly last: number; readonly rule: string } | undefined {
  for (let at = actor.last; at < Math.min(view.tokens.length, actor.last + 6); at++) {
    const token = view.tokens[at];
    if (token === undefined || token.form === ',') break;
    if (token.lower === 'responsible' || token.lower === 'behind')
      return { last: at + 1, rule: 'perpetrator/responsible' };
    if (token.pos === 'VERB' && (doing.has(token.lemma) || verbClass(token)?.class === 'killed'))
      return { last: at + 1, rule: 'perpetrator/subject' };
  }
  return undefined;
}

/** Read the armed organisations a sentence names as doers: "carried out by X", "X was behind", "blamed on X", "X seized". */
export function readPerpetrators(views: readonly SentenceView[]): readonly PerpetratorFinding[] {
  const found: PerpetratorFinding[] = [];
  for (const view of views) {
    if (readTriggers(view).length === 0) continue;
    for (const actor of view.names) {
      if (actor.rule !== 'known-actor') continue;
      const by = byWords(view, actor);
      const subject = by === undefined ? asSubject(view, actor) : undefined;
      if (by === undefined && subject === undefined) continue;
      const near =
        view.tokens.slice(Math.max(0, actor.first - 8), actor.last + 4).some((token) => suspecting.has(token.lower)) ||
        wordAt(view, 0) === 'if';
      found.push({
        actor,
        view,
        first: by?.first ?? actor.first,
        last: subject?.last ?? actor.last,
        modality: near ? 'alleged' : 'asserted',
        rule: by?.rule ?? subject?.rule ?? 'perpetrator',
      });
    }
  }
  return found;
}
