import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type ArticleReading, compareText, isCountAttribute, type Linked } from '../../src/model/index.ts';
import { type GoldClaim, readGold } from '../claims/gold.ts';
import type { Pool } from './pool.ts';
import { type PartitionScore, scoreBCubed } from './score.ts';

const starts = z.array(z.int().nonnegative()).default([]);
const goldSchema = z.array(z.object({ id: z.string(), second: starts, third: starts, several: starts }));
type GoldIncidents = z.infer<typeof goldSchema>[number];

function readIncidents(): readonly GoldIncidents[] {
  const path = new URL('../../test/gold/incidents/gva.json', import.meta.url);
  return goldSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Find a gold claim's words in the cleaned text; where equal words occur several times, the same one in order. */
function findWords(text: string, goldText: string, { start, end }: GoldClaim): number {
  const words = goldText.slice(start, end);
  let [at, before] = [goldText.indexOf(words), text.indexOf(words)];
  while (at >= 0 && at < start && before >= 0) {
    at = goldText.indexOf(words, at + 1);
    before = text.indexOf(words, before + 1);
  }
  return before;
}

/** Find the incident of our claim that overlaps a gold claim's words most. */
function findIncident(claims: Linked['claims'], start: number, end: number): string | undefined {
  const ranked = claims
    .filter(({ attribute }) => isCountAttribute(attribute))
    .flatMap(({ incident, evidence }) =>
      evidence.map((words) => ({ incident, shared: Math.min(words.end, end) - Math.max(words.start, start) })),
    )
    .filter(({ shared }) => shared > 0)
    .sort((x, y) => y.shared - x.shared || compareText(x.incident, y.incident));
  return ranked[0]?.incident;
}

/** How well the claims of the gold are grouped into incidents when all articles are linked in one run. */
export interface MentionScore {
  readonly articles: number;
  readonly claims: number;
  /** Gold claims whose words overlap no claim of ours; each is scored as an incident of its own. */
  readonly unread: number;
  readonly all: PartitionScore;
  /** The same score without the unread claims. */
  readonly read: PartitionScore;
}

/** Score the incidents of the gold's harm claims (the part that rules may be made from), with all articles linked in one run. */
export function scoreMentions(pool: Pool, linked: Linked): MentionScore {
  const gold = new Map(readGold('gva', 'rules').map((document) => [document.id, document.claims]));
  const [truth, found, isRead]: [string[], string[], boolean[]] = [[], [], []];
  let articles = 0;
  for (const { id, second, third, several } of readIncidents()) {
    const at = pool.articles.indexOf(id);
    const reading: ArticleReading | undefined = pool.readings[at];
    if (reading === undefined) continue;
    articles += 1;
    const own = linked.claims.filter(({ article }) => article === reading.article.id);
    for (const claim of (gold.get(id) ?? []).filter(({ attribute }) => isCountAttribute(attribute))) {
      if (several.includes(claim.start)) continue;
      const part = second.includes(claim.start) ? ' second' : third.includes(claim.start) ? ' third' : '';
      const start = findWords(reading.article.text.value, pool.texts[at] ?? '', claim);
      const incident = start < 0 ? undefined : findIncident(own, start, start + claim.end - claim.start);
      truth.push(part === '' ? (pool.truth[at] ?? '') : `${id}${part}`);
      found.push(incident ?? `none ${found.length}`);
      isRead.push(incident !== undefined);
    }
  }
  const keep = (labels: readonly string[]): readonly string[] => labels.filter((_, at) => isRead[at]);
  const unread = isRead.filter((one) => !one).length;
  const scores = { all: scoreBCubed(truth, found), read: scoreBCubed(keep(truth), keep(found)) };
  return { articles, claims: truth.length, unread, ...scores };
}

/** Print how well claims are grouped into incidents. */
export function printMentions({ articles, claims, unread, all, read }: MentionScore): string {
  const line = (name: string, { precision, recall, f1 }: PartitionScore): string =>
    `${name.padEnd(34)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}\n`;
  return (
    `claims to incidents: ${claims} harm claims of ${articles} articles of the gold, ${unread} of them not read\n` +
    line('  all, the unread alone', all) +
    line('  those read', read)
  );
}
