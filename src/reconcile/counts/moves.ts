import { type Claim, makeFamilyId } from '../../model/index.ts';
import { isBefore, timeOfClaim } from '../evidence/times.ts';
import type { Archive } from '../evidence/witnesses.ts';
import { type Figure, isPartisan, setRole } from './figures.ts';
import { numberOf } from './numbers.ts';

type Person = NonNullable<Claim['person']>;

const familyOf = ({ name, family }: Person): string | undefined =>
  family ?? (name === undefined ? undefined : makeFamilyId(name));

/** Tell whether two reports may tell of one person: nothing they say of name, age or sex contradicts. */
function mayBeOne(a: Person, b: Person): boolean {
  if (a.age !== undefined && b.age !== undefined && a.age !== b.age) return false;
  if (a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex) return false;
  const [one, other] = [familyOf(a), familyOf(b)];
  return one === undefined || other === undefined || one === other;
}

/**
 * Take a hurt person out of the hurt where another report, not an older one, counts the same person among the dead.
 *
 * The report of the death must count nobody hurt beside: else the hurt may be somebody else. Such figures are `later`.
 * Yes: "a toddler is in critical condition", then "the two-year-old has died". No: "one dead, one in hospital".
 */
export function settleMoves(figures: readonly Figure[], dead: readonly Claim[], archive: Archive): readonly Figure[] {
  const told = settleExchange(figures, dead, archive);
  const single = dead.filter(({ modality, person }) => modality === 'asserted' && person !== undefined);
  if (single.length === 0 || !told.some(({ claim }) => claim.person !== undefined)) return told;
  const counting = new Set(told.filter((figure) => figure.role === 'standing').map((figure) => figure.claim.article));
  const deaths = single.filter((claim) => !counting.has(claim.article));
  return told.map((figure) => {
    const { claim, role } = figure;
    const { person } = claim;
    if (person === undefined || role !== 'standing') return figure;
    const moved = deaths.some((death) => {
      if (death.person === undefined || death.article === claim.article || !mayBeOne(person, death.person))
        return false;
      return !isBefore(timeOfClaim(death, archive), figure.time);
    });
    return moved ? setRole(figure, 'later', 'Another report tells of this person as dead.') : figure;
  });
}

/**
 * Take a count of the hurt as earlier where a newer report counts fewer hurt and at least as many more dead: those died since.
 *
 * Yes: "17 dead and 58 injured", then "18 dead and 57 injured". No: fewer hurt, and as many dead as before.
 */
function settleExchange(figures: readonly Figure[], dead: readonly Claim[], archive: Archive): readonly Figure[] {
  const tolls = countDead(dead);
  if (tolls.size === 0) return figures;
  const whole = figures.filter(
    ({ role, claim, partisan }) =>
      role === 'standing' && !partisan && tolls.has(claim.article) && claim.block !== 'caption',
  );
  return figures.map((figure) => {
    const [hurt, fallen] = [numberOf(figure.counts), tolls.get(figure.claim.article)];
    if (figure.role !== 'standing' || hurt === undefined || fallen === undefined) return figure;
    const newer = whole.find((other) => {
      const fewer = hurt - (numberOf(other.counts) ?? hurt);
      const more = (tolls.get(other.claim.article) ?? 0) - fallen;
      return fewer > 0 && fewer <= more && isBefore(figure.time, timeOfClaim(other.claim, archive));
    });
    return newer === undefined ? figure : setRole(figure, 'later', 'As many of the hurt have died since.');
  });
}

/** The largest toll of the dead each report gives; figures of parties to the violence are left out. */
function countDead(dead: readonly Claim[]): ReadonlyMap<string, number> {
  const tolls = new Map<string, number>();
  for (const claim of dead) {
    const { article, value, modality, accumulation, scope } = claim;
    const number = value.kind === 'count' ? numberOf(value) : undefined;
    const counts = modality === 'asserted' && accumulation !== 'period' && scope === 'total' && !isPartisan(claim);
    if (counts && number !== undefined) tolls.set(article, Math.max(number, tolls.get(article) ?? 0));
  }
  return tolls;
}
