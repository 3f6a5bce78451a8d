import { type Claim, makeFamilyId } from '../model/index.ts';
import { type Figure, setRole } from './figures.ts';
import { isBefore, timeOfClaim } from './times.ts';
import type { Archive } from './witnesses.ts';

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
 * Move the hurt who died: a single person told as hurt whom another report, not an older one, tells as dead.
 *
 * The report of the death must count nobody hurt beside: else the hurt may be somebody else. Such figures are `later`.
 * Yes: "a toddler is in critical condition", then "the two-year-old has died". No: "one dead, one in hospital".
 */
export function settleMoves(figures: readonly Figure[], dead: readonly Claim[], archive: Archive): readonly Figure[] {
  const single = dead.filter(({ modality, person }) => modality === 'asserted' && person !== undefined);
  if (single.length === 0 || !figures.some(({ claim }) => claim.person !== undefined)) return figures;
  const counting = new Set(
    figures.filter((figure) => figure.role === 'standing').map((figure) => figure.claim.article),
  );
  const deaths = single.filter((claim) => !counting.has(claim.article));
  return figures.map((figure) => {
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
