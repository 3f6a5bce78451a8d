import {
  type Claim,
  codeDate,
  type DateValue,
  datesMeet,
  type Incident,
  type LinkedIncident,
  type Status,
  toDayNumber,
} from '../../model/index.ts';
import { listWitnesses } from '../counts/counts.ts';
import type { DuplicateClaims } from '../evidence/duplicate-claims.ts';
import { type Archive, countIndependent } from '../evidence/witnesses.ts';
import { groupTerms } from './terms.ts';

const widthOf = (date: DateValue): number => toDayNumber(date.latest) - toDayNumber(date.earliest);

/** Give the date a claim was last resolved to. */
function dateOf(claim: Claim): DateValue | undefined {
  return claim.resolution?.value ?? (claim.value.kind === 'date' ? claim.value : undefined);
}

/** Write the date record: linking's agreed date, else the one most witnesses give; every date claim is listed. */
export function writeDate(incident: LinkedIncident, duplicates: DuplicateClaims, archive: Archive): Incident['date'] {
  const stated = duplicates.own.flatMap((claim) => {
    const value = dateOf(claim);
    return value === undefined ? [] : [{ claim, value }];
  });
  const date = incident.date ?? chooseDate(stated, archive);
  const claims = listWitnesses(duplicates.own, duplicates);
  if (date === undefined) return { value: null, precision: 'unknown', status: 'unknown', claims };
  return {
    value: date.edtf,
    earliest: date.earliest,
    latest: date.latest,
    precision: date.precision,
    status: readDateStatus(date, stated, archive),
    claims,
    codes: codeDate(date),
    ...listOtherDays(incident, date),
  };
}

/** List the words that tell other days than the accepted one. */
function listOtherDays({ setAside }: LinkedIncident, { edtf }: DateValue): Pick<Incident['date'], 'setAside'> {
  const others = (setAside?.days ?? []).filter(({ value }) => value !== edtf);
  return others.length === 0 ? {} : { setAside: others };
}

interface StatedDate {
  readonly claim: Claim;
  readonly value: DateValue;
}

/** Most independent witnesses first, then the narrower date. */
function chooseDate(stated: readonly StatedDate[], archive: Archive): DateValue | undefined {
  const dated = stated.map(({ claim, value }): Claim => ({ ...claim, value }));
  const variants = groupTerms(dated, archive).filter((variant) => variant.asserted);
  const top = Math.max(0, ...variants.map((variant) => variant.independent));
  const values = variants
    .filter((variant) => variant.independent === top)
    .flatMap(({ value }) => (value.kind === 'date' ? [value] : []));
  return values.reduce<DateValue | undefined>(
    (best, value) => (best === undefined || widthOf(value) < widthOf(best) ? value : best),
    undefined,
  );
}

function readDateStatus(date: DateValue, stated: readonly StatedDate[], archive: Archive): Status {
  if (stated.length === 0) return 'unknown';
  if (!stated.every(({ value }) => datesMeet(value, date))) return 'disputed';
  const claims = stated.map(({ claim }) => claim);
  if (countIndependent(claims, archive) === 1) return 'single-source';
  const same = stated.every(({ value }) => value.earliest === date.earliest && value.latest === date.latest);
  return same ? 'agreed' : 'compatible';
}
