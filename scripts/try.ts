/** Try one article: `npm run try -- FILE` prints every claim with the rules that fired, its incident and its sentence. */
import type { Claim, Reading } from '../src/model/index.ts';
import { readEach } from '../src/pipeline/index.ts';

const path = process.argv[2];
if (path === undefined) {
  process.stderr.write('Name a file: npm run try -- FILE\n');
  process.exit(2);
}

for await (const { readings, issues } of readEach([path])) {
  for (const reading of readings) process.stdout.write(describeReading(reading));
  for (const issue of issues) process.stdout.write(`${issue.severity} ${issue.code}: ${issue.message}\n`);
}

function describeReading(reading: Reading): string {
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
