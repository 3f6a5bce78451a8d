import type { GroupScore } from './group.ts';

/** List the records and differences of a group that are not right, for a reader of the part that may be looked at. */
export function listRecordMisses({
  group,
  records,
  given,
  differences,
  pairs,
  outcome,
}: GroupScore): readonly string[] {
  const wrong = records.flatMap((one, at) => {
    if (one.isBest) return [];
    const { gold, ours, attribute, incident } = one;
    const title = outcome.incidents.find(({ id }) => id === pairs.get(incident))?.title ?? 'no incident';
    const range = ours === undefined ? 'nothing' : `${ours.low} / ${ours.best} / ${ours.high} (${ours.why})`;
    const lost = given[at]?.isBest === true ? 'lost in linking' : 'lost in reading or reconciling';
    return [
      `${group.group} ${incident} ${attribute}: ${gold.low} / ${gold.best} / ${gold.high}, ours ${range}; ${lost}; ${title}`,
    ];
  });
  const typed = differences
    .filter(({ answered, ours }) => ours !== answered.gold.difference)
    .map(({ answered: { incident, attribute, gold }, ours }) => {
      const words = `${gold.q ?? ''} ${gold.min ?? ''}-${gold.max ?? ''}`;
      return `${group.group} ${incident} ${attribute} ${words}: ${gold.difference}, ours ${ours === undefined ? 'not read' : ours}`;
    });
  return [...wrong, ...typed];
}
