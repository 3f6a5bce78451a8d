import { type Claim, groupBy, sortBy } from '../../model/index.ts';
import { capitalise, joinWords } from '../explain/sentences.ts';
import { sayValue, type TermVariant } from './terms.ts';

/** Ways of saying who did it, strongest first; a charge is known by its cue only. */
const ways = ['charged', 'claimed', 'named', 'suspected', 'denied'] as const;
type Way = (typeof ways)[number];

function wayOf(claim: Claim): Way {
  if (/\b(charg|convict|indict)/i.test(claim.attribution?.cue ?? '')) return 'charged';
  switch (claim.modality) {
    case 'claimed':
      return 'claimed';
    case 'denied':
    case 'negated':
      return 'denied';
    case 'asserted':
      return 'named';
    default:
      return 'suspected';
  }
}

const phrases: Readonly<Record<Way, (speakers: string) => string>> = {
  charged: (speakers) => `charged according to ${speakers}`,
  claimed: (speakers) => `said to have claimed it (${speakers})`,
  named: (speakers) => `named by ${speakers}`,
  suspected: (speakers) => `suspected according to ${speakers}`,
  denied: (speakers) => `cleared, or denies it, according to ${speakers}`,
};

/** Say who names a perpetrator and how: charged, claimed, named, suspected. */
function sayBlame(variant: TermVariant): string {
  const groups = groupBy(variant.claims, wayOf);
  const said = ways.flatMap((way) => {
    const claims = groups.get(way);
    return claims === undefined ? [] : [phrases[way](saySpeakers(claims))];
  });
  return capitalise(`${sayValue(variant.value)} is ${joinWords(said)}`);
}

/** How records of blame are worded: who says so and in what words; the edition itself accuses nobody. */
export const blameSaying = {
  say: sayBlame,
  remark: 'This edition only repeats who says so.',
} as const;

/** Name up to three speakers; reports that speak for themselves are "the reports". */
function saySpeakers(claims: readonly Claim[]): string {
  const named = new Set(claims.flatMap((claim) => (isOwnVoice(claim) ? [] : [claim.attribution?.speaker ?? ''])));
  const names = sortBy([...named], (name) => [name]);
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const reports = new Set(claims.filter(isOwnVoice).map((claim) => claim.article)).size;
  const own = reports === 0 ? [] : [reports === 1 ? 'one report' : 'the reports'];
  return joinWords([...shown, ...own]);
}

function isOwnVoice(claim: Claim): boolean {
  return claim.attribution === undefined || claim.attribution.kind === 'outlet';
}
