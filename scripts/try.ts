/**
 * Read one article and show what rules made of it: `npm run try -- FILE [--reader fast|deep]`.
 *
 * Prints every claim with the rules that fired, its incident and its sentence; with `--tree` the dependency trees of its
 * sentences and what rules found in them; with `--why-not` every mention of people and every predicate, and why it led to no
 * claim.
 */
import { parseArgs } from 'node:util';
import { annotate, deepen } from '../src/annotate/index.ts';
import { explainMentions } from '../src/extract/index.ts';
import type { Annotations, ArticleReading, Claim } from '../src/model/index.ts';
import { makeSettings, readEach } from '../src/pipeline/index.ts';
import { openResources } from '../src/pipeline/workers/stage-context.ts';
import { drawMentions } from './draw-mentions.ts';
import { drawTrees } from './draw-trees.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tree: { type: 'boolean' }, 'why-not': { type: 'boolean' }, reader: { type: 'string' } },
});
const path = positionals[0];
if (path === undefined) {
  process.stderr.write('Name a file: npm run try -- FILE [--tree] [--why-not] [--reader fast|deep]\n');
  process.exit(2);
}

const reader = values.reader === 'fast' ? 'fast' : 'deep';
for await (const { readings, issues } of readEach([path], { reader })) {
  for (const reading of readings) process.stdout.write(await describe(reading));
  for (const issue of issues) process.stdout.write(`${issue.severity} ${issue.code}: ${issue.message}\n`);
}

async function describe(reading: ArticleReading): Promise<string> {
  if (values.tree) return describeTrees(reading);
  return values['why-not'] ? describeMentions(reading) : describeReading(reading);
}

/** Annotate an article again as the reader does; with `every`, the trained reader reads all sentences, whichever reader made the claims. */
async function annotateAgain({ article }: ArticleReading, every: boolean): Promise<Annotations | undefined> {
  const settings = makeSettings({ reader: every ? 'deep' : reader });
  const context = { now: '2000-01-01T00:00:00Z', seed: 1 };
  const { gazetteer, reader: opened } = (await openResources(settings, context)).resources;
  const { value: annotations } = annotate(article, { gazetteer }, context);
  if (opened === undefined) return every ? undefined : annotations;
  const options = { ...settings.annotate, everySentence: every, links: every };
  return (await deepen(article, annotations, opened, options, context)).value;
}

async function describeTrees(reading: ArticleReading): Promise<string> {
  const annotations = await annotateAgain(reading, true);
  if (annotations === undefined) return 'the trained reader cannot be opened\n';
  return drawTrees({ article: reading.article, annotations, claims: reading.claims });
}

async function describeMentions(reading: ArticleReading): Promise<string> {
  const annotations = await annotateAgain(reading, false);
  if (annotations === undefined) return 'the trained reader cannot be opened\n';
  const settings = makeSettings({ reader });
  const context = { now: '2000-01-01T00:00:00Z', seed: 1 };
  return drawMentions(explainMentions({ article: reading.article, annotations }, settings.extract, context));
}

function describeReading(reading: ArticleReading): string {
  const { article, mentions, claims, voices } = reading;
  const lines = [`# ${article.headline ?? '(no headline)'}`, `published ${article.published?.value ?? 'unknown'}`, ''];
  for (const mention of mentions) {
    const when = mention.when.map(({ start, end }) => article.text.value.slice(start, end)).join(', ');
    const where = [...mention.venues, ...mention.where.map(({ name }) => name)].join(', ');
    const about = [mention.name, when, where].filter((part) => part !== undefined && part !== '').join('; ');
    lines.push(`${mention.main ? '*' : ' '} ${mention.id} ${mention.type} ${about}`);
    for (const claim of claims.filter(({ incident }) => incident === mention.id)) {
      lines.push(...describeClaim(claim, article.text.value));
    }
  }
  const known = new Set(mentions.map(({ id }) => id));
  for (const claim of claims) if (!known.has(claim.incident)) lines.push(...describeClaim(claim, article.text.value));
  for (const voice of voices) lines.push(`  voice ${voice.speaker} ${voice.stance} (${voice.cue}): ${voice.quote}`);
  return `${lines.join('\n')}\n`;
}

function describeClaim(claim: Claim, text: string): readonly string[] {
  const { attribute, value, scope, accumulation, modality, attribution, producer, confidence, evidence } = claim;
  const speaker = attribution === undefined ? '' : ` ${attribution.speaker} (${attribution.kind})`;
  const at = evidence[0]?.start ?? 0;
  const from = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('. ', at) + 1, at - 200, 0);
  return [
    `    ${attribute} ${JSON.stringify(value)}`,
    `      ${scope} ${accumulation} ${modality}${speaker} ${confidence.toFixed(2)} [${producer.name} ${producer.rule ?? ''}]`,
    `      "${evidence.map(({ quote }) => quote).join('" + "')}"`,
    `      … ${text
      .slice(from, at + 200)
      .replaceAll(/\s+/g, ' ')
      .trim()} …`,
  ];
}
