import targetTable from '../../../data/target-types.json' with { type: 'json' };
import targetWords from '../../../data/targets.json' with { type: 'json' };
import weaponTable from '../../../data/weapon-types.json' with { type: 'json' };
import weaponWords from '../../../data/weapons.json' with { type: 'json' };
import type { Article, Attribution, Claim, ClaimValue, Modality, Range } from '../../model/index.ts';
import { overlaps } from '../../model/index.ts';
import { makeClaim, wordsOf } from '../claims.ts';
import { modalityNear, standingNear } from '../terms/perpetrators.ts';
import type { SentenceView } from '../view.ts';
import type { RoleName } from './candidates.ts';
import { type Filler, readTemplates } from './templates.ts';

/** What claims of roles are made from. */
export interface RoleInput {
  readonly article: Article;
  readonly views: readonly SentenceView[];
  readonly attributed: (range: Range) => Attribution | undefined;
  /** The incident mention a sentence tells of. */
  readonly incidentOf: (view: SentenceView) => string | undefined;
  /** Claims the rules have made; what they say is not said again. */
  readonly made: readonly Claim[];
}

/** Below these a filler is no claim: the edition abstains where the classifiers waver. Victims are counted by the rules. */
const least: Readonly<Record<RoleName, number>> = {
  individual: 0.35,
  organisation: 0.5,
  target: 0.35,
  victim: 2,
  weapon: 0.4,
};

type Table = Readonly<Record<string, { readonly term: string; readonly nouns: readonly string[] }>>;

/** Terms by noun; words that tell a category in any sentence say the same of a phrase they head. */
function invert(table: Table, words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map([
    ...Object.values(table).flatMap(({ term, nouns }) => nouns.map((noun) => [noun, term] as const)),
    ...Object.entries(words).flatMap(([term, forms]) => forms.map((form) => [form, term] as const)),
  ]);
}

const targetTerms = invert(targetTable, targetWords);
const weaponTerms = invert(weaponTable, weaponWords);

/** Find the category of a phrase by its head: the last word before "of", "for" or "in", else any other word of it. */
function termOf(words: readonly string[], terms: ReadonlyMap<string, string>): string | undefined {
  const joint = words.findIndex((word, at) => at > 0 && ['of', 'for', 'in', 'on', 'at', 'that'].includes(word));
  const phrase = words.slice(0, joint < 0 ? words.length : joint);
  for (let at = phrase.length - 1; at >= 0; at--) {
    const pair = terms.get(phrase.slice(at - 1, at + 1).join(' '));
    const found = (at > 0 ? pair : undefined) ?? terms.get(phrase[at] ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A person's name is nobody's business in an edition: named people are kept with the other persons, not here. */
function namesPerson(view: SentenceView, first: number, last: number): boolean {
  return view.names.some((name) => name.type === 'person' && name.first < last && first < name.last);
}

function readValue(filler: Filler, view: SentenceView): ClaimValue | undefined {
  const { role, spans, key } = filler;
  const { first, last } = spans[0];
  if (role === 'weapon' || role === 'target') {
    const term = termOf(key.split(' '), role === 'weapon' ? weaponTerms : targetTerms);
    return term === undefined ? undefined : { kind: 'category', term };
  }
  // Persons named are left out, and "gunmen" or "two men" name nobody.
  if (role === 'individual' || namesPerson(view, first, last)) return undefined;
  const named = view.names.find((name) => name.type === 'organisation' && name.first < last && first < name.last);
  return named === undefined ? undefined : { kind: 'actor', name: named.key };
}

/** Nobody is called guilty by a classifier: what the words themselves do not put in doubt is still only alleged of a group. */
function modalityOf(role: RoleName, view: SentenceView, first: number, last: number): Modality {
  if (role === 'weapon' || role === 'target') return 'asserted';
  const told = modalityNear(view, first, last);
  return told === 'asserted' && role === 'organisation' ? 'alleged' : told;
}

function repeats(made: readonly Claim[], attribute: string, value: ClaimValue, range: Range): boolean {
  return made.some(
    (claim) =>
      (claim.attribute === attribute || (attribute === 'perpetrator' && claim.attribute === 'responsibility')) &&
      (claim.evidence.some((one) => overlaps(one, range)) || JSON.stringify(claim.value) === JSON.stringify(value)),
  );
}

function makeRoleClaim(input: RoleInput, filler: Filler): Claim | undefined {
  const { role, spans, probability } = filler;
  const { sentence, first, last } = spans[0];
  const view = input.views[sentence];
  const mention = view && input.incidentOf(view);
  if (view === undefined || mention === undefined || probability < least[role]) return undefined;
  const range = wordsOf(view, first, last);
  const value = readValue(filler, view);
  const attribute = role === 'weapon' || role === 'target' ? role : 'perpetrator';
  if (value === undefined || repeats(input.made, attribute, value, range)) return undefined;
  const standing = attribute === 'perpetrator' ? standingNear(view, first, last) : undefined;
  const claim = makeClaim(
    { article: input.article, mention },
    {
      attribute,
      value,
      evidence: [range],
      view,
      rule: `roles/${role}`,
      modality: modalityOf(role, view, first, last),
      attribution: input.attributed(range),
      confidence: probability,
    },
  );
  return standing === undefined ? claim : { ...claim, standing };
}

/**
 * Make claims of who did it, what was hit and with what, from what the role classifiers are sure of.
 *
 * Each phrase is claimed once, under the likeliest kind of act. Persons named are left out.
 */
export function makeRoleClaims(input: RoleInput): readonly Claim[] {
  const templates = readTemplates(input.views.map(({ tokens }) => tokens));
  const claims = new Map<string, Claim>();
  for (const template of templates.toSorted((a, b) => b.probability - a.probability)) {
    for (const filler of template.fillers) {
      const claim = makeRoleClaim(input, filler);
      if (claim !== undefined && !claims.has(claim.id)) claims.set(claim.id, claim);
    }
  }
  return [...claims.values()];
}
