import { type AttributeReading, type CountRecord, isCountRecord, type TermRecord } from '../model/index.ts';
import { formatValue } from './figures.ts';
import { differenceNames, spellTerm } from './labels.ts';

/** Find the reading that gives the accepted value: the printed number first, then the only one that does not differ (attackers may be added to it), then an interval that holds it. */
export function findAccepted(record: CountRecord | TermRecord): AttributeReading | undefined {
  const used = record.readings.filter((reading) => reading.used);
  if (!isCountRecord(record)) {
    if (record.value === null) return undefined;
    return used.find((reading) => formatValue(reading.value) === spellTerm(record.value ?? '')) ?? used[0];
  }
  const { best } = record;
  if (best === null) return undefined;
  const counts = used.flatMap((reading) => (reading.value.kind === 'count' ? [{ reading, value: reading.value }] : []));
  const plain = counts.filter(({ reading }) => reading.difference === undefined);
  return (
    counts.find(({ value }) => value.min === best && value.max === best) ??
    counts.find(({ value }) => value.anchor === best) ??
    (plain.length === 1 ? plain[0] : undefined) ??
    counts.find(({ value }) => value.min <= best && best <= (value.max ?? Number.POSITIVE_INFINITY))
  )?.reading;
}

/** Say in one phrase how a reading stands to the accepted one. */
export function explainReading(reading: AttributeReading, accepted: AttributeReading | undefined): string {
  const sources = reading.independentSources > 1 ? `at most ${reading.independentSources} independent` : '';
  const difference = reading.difference === undefined ? '' : differenceNames[reading.difference];
  const standing = reading === accepted ? 'accepted' : difference || (reading.used ? 'stands beside it' : 'set aside');
  const note = reading.note === undefined ? '' : reading.note;
  return [[standing, sources].filter((part) => part !== '').join('; '), note].filter((part) => part !== '').join('. ');
}
