import type { Attribution, Range, Voice } from '../../model/index.ts';
import type { Utterance } from './utterance.ts';

const telling: ReadonlySet<Voice['stance']> = new Set(['says', 'claims', 'confirms', 'accuses', 'warns']);

function lengthOf({ content }: Utterance): number {
  return content.reduce((sum, range) => sum + range.end - range.start, 0);
}

/** Tell whether most of a range stands in what someone said. */
function answersFor({ content }: Utterance, range: Range): boolean {
  const shared = content.reduce(
    (sum, own) => sum + Math.max(0, Math.min(own.end, range.end) - Math.max(own.start, range.start)),
    0,
  );
  return shared * 2 > range.end - range.start;
}

/** Find who states what stands at a range: the innermost speaker whose words cover it, and who passed it on. */
export function attributeRange(utterances: readonly Utterance[], range: Range): Attribution | undefined {
  const covering = utterances
    .filter((one) => telling.has(one.stance) && answersFor(one, range))
    .sort((a, b) => lengthOf(a) - lengthOf(b) || a.start - b.start);
  const [found] = covering;
  if (found === undefined) return undefined;
  const { speaker, cue, via, attribution } = found;
  const outer = covering.slice(1).find((one) => one.speaker.kind === 'media' && one.speaker.text !== speaker.text);
  const chain = [
    speaker.text,
    ...(via === undefined ? [] : [via]),
    ...(outer === undefined ? [] : [outer.speaker.text]),
  ];
  return { speaker: speaker.text, kind: speaker.kind, chain: [...new Set(chain)], cue, ...attribution };
}
