/**
 * Check who harmed whom against the incident records of ../shared/corpora/gva: `npx tsx bench/run/deeds.ts [FROM] [COUNT]`.
 *
 * Takes each act of harm read in the articles whose agent or patient has a surname that the record gives to suspects only or to
 * victims only. Counts, for each rule, how often an agent is a suspect and a patient a victim. A suspect who was also shot
 * counts as a difference.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readDeeply } from '../../src/annotate/reader/index.ts';
import { findDeeds } from '../../src/extract/deeds/index.ts';
import { type Article, compareText, makeText, type Token } from '../../src/model/index.ts';
import { cutTokens } from '../../src/text/index.ts';
import { growTrees, type TreeWord } from '../../src/text/trees/index.ts';
import { findShared, sharedMissing } from '../../test/kits/shared.ts';
import { openReader } from '../../test/kits/trained.ts';

interface Incident {
  readonly participants: readonly { readonly Name?: string; readonly Type?: string }[];
  readonly articles: readonly { readonly text: string }[];
}

/** For each surname in lower case whether it is a victim's; undefined where the record has a victim and a suspect of that name. */
type Roles = ReadonlyMap<string, boolean | undefined>;

const reader = await openReader();
const path = findShared('corpora/gva/dev.jsonl.gz');
if (path === undefined) process.stdout.write(`deeds: ${sharedMissing}\n`);
else await compare(path, Number(process.argv[2] ?? 0), Number(process.argv[3] ?? 200));

async function compare(file: string, from: number, count: number): Promise<void> {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const tally = new Map<string, { same: number; different: number }>();
  for (const line of lines.slice(from, from + count)) {
    const incident = JSON.parse(line) as Incident;
    const roles = readRoles(incident);
    for (const { text } of incident.articles) {
      for (const { rule, agrees } of await judge(text, roles)) {
        const counts = tally.get(rule) ?? { same: 0, different: 0 };
        tally.set(rule, counts);
        counts[agrees ? 'same' : 'different']++;
      }
    }
  }
  const rows = [...tally].sort(([one], [other]) => compareText(one, other));
  for (const [rule, { same, different }] of rows)
    process.stdout.write(`${rule.padEnd(24)} ${same} of ${same + different}\n`);
  const total = rows.reduce((sum, [, { same }]) => sum + same, 0);
  const all = rows.reduce((sum, [, { same, different }]) => sum + same + different, 0);
  process.stdout.write(`${'all'.padEnd(24)} ${total} of ${all}\n`);
}

function readRoles({ participants }: Incident): Roles {
  const roles = new Map<string, boolean | undefined>();
  for (const { Name, Type } of participants) {
    const surname = Name?.trim()
      .replace(/,? (Jr|Sr)\.?$/i, '')
      .split(/\s+/)
      .at(-1)
      ?.toLowerCase();
    if (surname === undefined || surname === '' || Type === undefined) continue;
    const isVictim = Type.trim() === 'Victim';
    roles.set(surname, roles.has(surname) && roles.get(surname) !== isVictim ? undefined : isVictim);
  }
  return roles;
}

async function judge(
  value: string,
  roles: Roles,
): Promise<readonly { readonly rule: string; readonly agrees: boolean }[]> {
  const text = makeText(value);
  const blocks = [...value.matchAll(/[^\n]+/g)].map((line) => ({
    kind: 'body' as const,
    start: line.index,
    end: line.index + line[0].length,
  }));
  const source = { id: 'bench', mediaType: 'text/plain' };
  const article: Article = { id: 'bench', source, text, dates: [], authors: [], language: 'en', blocks };
  const { tokens, sentences } = cutTokens(article);
  const deep = await readDeeply(text.id, tokens.items, sentences.items, reader, { isWorth: () => true, links: false });
  return growTrees({ tokens, sentences, deep }).flatMap((tree) =>
    (tree === undefined ? [] : findDeeds(tree)).flatMap(({ agents, patients }) => [
      ...agents.flatMap(({ rule, word }) => compareRole(rule, word, false, roles, tokens.items)),
      ...patients.flatMap(({ rule, word }) => compareRole(rule, word, true, roles, tokens.items)),
    ]),
  );
}

function compareRole(
  rule: string,
  { name, form }: TreeWord,
  isPatient: boolean,
  roles: Roles,
  tokens: readonly Token[],
) {
  const forms = name === undefined ? [form] : tokens.slice(name.first, name.last).map(({ lower }) => lower);
  const kinds = new Set(forms.filter((word) => roles.has(word)).map((word) => roles.get(word)));
  const [isVictim] = kinds;
  return kinds.size === 1 && isVictim !== undefined ? [{ rule, agrees: isVictim === isPatient }] : [];
}
