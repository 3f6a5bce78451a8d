import type { Claim, Incident, Modality, SpeakerKind } from '../../model/index.ts';
import type { OpenEdition } from '../witnesses.ts';
import { countOf } from './figures.ts';
import { upperFirst } from './labels.ts';

type Reason = Incident['reasons'][number];

/**
 * Words for one speaker and for several of each kind, in printing order; persons and organisations have none, since they are
 * named alone.
 */
const roles: Readonly<Record<SpeakerKind, readonly [one: string, several: string]>> = {
  perpetrator: ['a party to the violence', 'parties to the violence'],
  partisan: ['a party to the violence', 'parties to the violence'],
  official: ['an official body', 'officials'],
  police: ['police', 'police'],
  military: ['the military', 'the military'],
  medical: ['medical staff', 'medical staff'],
  organisation: ['', ''],
  expert: ['an expert', 'experts'],
  person: ['', ''],
  relative: ['a relative', 'relatives'],
  witness: ['a witness', 'witnesses'],
  media: ['another outlet', 'other outlets'],
  outlet: ['in the report’s own voice', 'in the reports’ own voices'],
};
const order = Object.keys(roles);

const verbs: Readonly<Record<Modality, string>> = {
  asserted: 'said',
  claimed: 'claimed',
  alleged: 'alleged',
  denied: 'denied',
  negated: 'denied',
  feared: 'feared',
  hypothetical: 'held possible',
};

/** How a reason is introduced that the report itself gives, but not as a fact. */
const tellings: Readonly<Partial<Record<Modality, string>>> = {
  claimed: 'told as a claim',
  alleged: 'told as an allegation',
  feared: 'told as a fear',
  hypothetical: 'told as possible',
};

const mostNames = 6;

interface Saying {
  readonly verb: string;
  readonly role: SpeakerKind;
  readonly names: readonly string[];
}

/**
 * Say who gives a reason, and whether they assert, claim or allege it: one sentence for each kind of speaker.
 *
 * "Claimed by a party to the violence: Northern Front. Said by an expert: Irena Vashti; at most 2 independent."
 */
export function sayReason(open: OpenEdition, reason: Reason): string {
  const claims = reason.claims.flatMap((id) => open.claims.get(id) ?? []);
  const groups = new Map<string, Saying>();
  for (const claim of claims) {
    const saying = readSaying(open, claim, reason.kind === 'established');
    const key = `${saying.verb}|${roles[saying.role][0]}`;
    const names = [...(groups.get(key)?.names ?? []), ...saying.names];
    groups.set(key, { ...saying, names: [...new Set(names)] });
  }
  const told = [...groups.values()].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role)).map(saySaying);
  const bound = reason.independentSources > 1 ? `; at most ${reason.independentSources} independent` : '';
  return told.length === 0 ? '' : `${told.join('. ')}${bound}.`;
}

function readSaying(open: OpenEdition, claim: Claim, isEstablished: boolean): Saying {
  const { attribution, modality, article } = claim;
  const stated = attribution?.kind ?? 'outlet';
  const role = claim.partisan === true && stated !== 'outlet' ? 'partisan' : stated;
  if (attribution === undefined || stated === 'outlet') {
    const verb = tellings[modality] ?? (modality === 'asserted' ? 'told' : verbs[modality]);
    return { verb, role: 'outlet', names: [open.witnessOf.get(article)?.name ?? ''].filter((name) => name !== '') };
  }
  const isFound = isEstablished && modality === 'asserted' && (role === 'official' || role === 'police');
  return { verb: isFound ? 'established' : verbs[modality], role, names: [attribution.speaker] };
}

function saySaying({ verb, role, names }: Saying): string {
  const [one, several] = roles[role];
  const who = names.length > 1 ? several : one;
  // A speaker called only "experts" adds nothing to the words for the kind.
  const named = names.filter((name) => ![one, several].includes(name.toLowerCase()));
  const bare = named.length === 0 && names.length > 0 ? (names[0] ?? who) : who;
  const shown = named.slice(0, mostNames).join(', ');
  const more = named.length > mostNames ? ` and ${countOf(named.length - mostNames, 'other')}` : '';
  const by = role === 'outlet' ? '' : 'by ';
  if (shown === '') return upperFirst(`${verb} ${by}${bare}`);
  return upperFirst(who === '' ? `${verb} by ${shown}${more}` : `${verb} ${by}${who}: ${shown}${more}`);
}
