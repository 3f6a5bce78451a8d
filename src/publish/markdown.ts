import {
  type AttributeReading,
  attributes,
  type CountRecord,
  type Edition,
  type Incident,
  isCountRecord,
  type TermRecord,
} from '../model/index.ts';
import { formatDay, formatWhen } from './dates.ts';
import { formatRange, formatValue, formatWhere } from './figures.ts';
import { attributeNames, differenceNames, statusNames, statusOf } from './labels.ts';
import { formatBest, formatTerm, sayWhy } from './standing.ts';
import { type OpenEdition, openEdition, sayReports } from './witnesses.ts';
import { quoteClaim } from './words.ts';

/** Print an edition as a brief in CommonMark: the record of each incident, its readings with their words, the witnesses. */
export function publishMarkdown(edition: Edition): string {
  const open = openEdition(edition);
  const rest = open.timeline.filter((incident) => incident !== open.lead);
  const parts = [
    `# ${escapeMarkup(open.lead?.title ?? 'Nothing was read')}`,
    `${sayReports(open)}; policy ${escapeMarkup(edition.config.policy)}.`,
    ...(open.lead === undefined ? [] : [writeIncident(open, open.lead)]),
    ...(rest.length === 0
      ? []
      : [
          '## Other incidents named',
          ...rest.map((incident) => `### ${escapeMarkup(incident.title)}\n\n${writeIncident(open, incident)}`),
        ]),
    '## Witnesses',
    open.witnesses.map((witness) => writeWitness(witness)).join('\n'),
    ...(edition.issues.length === 0
      ? []
      : [
          '## Set aside',
          edition.issues.map(({ code, message }) => `- \`${code}\` ${escapeMarkup(message)}`).join('\n'),
        ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function writeIncident(open: OpenEdition, incident: Incident): string {
  const records = attributes.flatMap((name) => {
    const record = incident.attributes[name];
    return record === undefined ? [] : [{ name: attributeNames[name], record }];
  });
  const where = `${escapeMarkup(formatWhere(incident))}, ${formatWhen(incident)}.`;
  return [where, ...records.map(({ name, record }) => writeRecord(open, name, record)), ...writeReasons(incident)].join(
    '\n\n',
  );
}

function writeRecord(open: OpenEdition, name: string, record: CountRecord | TermRecord): string {
  const { mark, word } = statusNames[statusOf(record)];
  const range = isCountRecord(record) ? formatRange(record) : '';
  const accepted = isCountRecord(record) ? formatBest(record) : (formatTerm(record) ?? 'none');
  const head = `**${name}: ${escapeMarkup(accepted)}**${range === '' ? '' : ` (${range})`} ${mark} ${word}. ${escapeMarkup(sayWhy(record))}`;
  return [head, '', ...record.readings.map((reading) => writeReading(open, reading))].join('\n').trimEnd();
}

function writeReading(open: OpenEdition, reading: AttributeReading): string {
  const claims = reading.claims.flatMap((id) => open.claims.get(id) ?? []);
  const sigla = [...new Set(claims.map(({ article }) => open.witnessOf.get(article)?.siglum ?? '?'))].join(' ');
  const [first] = claims;
  const quote = first === undefined ? '' : ` “${escapeMarkup(quoteClaim(first))}”`;
  const speaker = first?.attribution === undefined ? '' : ` (${escapeMarkup(first.attribution.speaker)})`;
  const difference = reading.difference === undefined ? '' : `; ${differenceNames[reading.difference]}`;
  return `- ${escapeMarkup(formatValue(reading.value))} [${sigla}]${quote}${speaker}${difference}`;
}

function writeReasons(incident: Incident): readonly string[] {
  if (incident.reasons.length === 0) return [];
  const lines = incident.reasons.map(
    ({ summary, kind, speakers }) =>
      `- ${escapeMarkup(summary)} (${kind}${speakers.length === 0 ? '' : ` by ${escapeMarkup(speakers.join(', '))}`})`,
  );
  return [`**Why, who says so**\n\n${lines.join('\n')}`];
}

function writeWitness({ siglum, outlet, day, article, copies }: OpenEdition['witnesses'][number]): string {
  const headline = article.headline === undefined ? '' : `: ${escapeMarkup(article.headline)}`;
  return `- ${siglum} ${escapeMarkup(outlet)}, ${day === undefined ? 'undated' : formatDay(day)}${headline}${copies.length === 0 ? '' : ' (repeats another report)'}`;
}

/** Keep a source's characters from being read as markup. */
function escapeMarkup(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
