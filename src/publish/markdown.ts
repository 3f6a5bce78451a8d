import {
  type AttributeReading,
  attributes,
  type CountRecord,
  type Edition,
  type Incident,
  type Issue,
  isCountRecord,
  type TermRecord,
} from '../model/index.ts';
import { findMainFigure, formatMainFigure, listStories, nameIncident } from './stories.ts';
import { type OpenEdition, openEdition, sayReports } from './witnesses.ts';
import { formatDay, formatWhen, spellDays } from './wording/dates.ts';
import { countOf, formatRange, formatTown, formatValue, formatWhere } from './wording/figures.ts';
import { listRemarks } from './wording/incident.ts';
import { attributeNames, differenceNames, statusNames, statusOf, upperFirst } from './wording/labels.ts';
import { sayReason } from './wording/reasons.ts';
import { formatBest, formatTerm, orderReadings, sayWhy } from './wording/standing.ts';
import { quoteClaim } from './wording/words.ts';

/**
 * Print an edition as a brief in CommonMark.
 *
 * For each incident: its record, its readings with their words, its witnesses. With several stories, a list of them comes
 * first, each entry linked to its record.
 */
export function publishMarkdown(edition: Edition): string {
  const open = openEdition(edition);
  const leads = listStories(edition).flatMap(({ lead }) => lead ?? []);
  const told = leads.length > 1 ? leads : open.lead === undefined ? [] : [open.lead];
  const rest = open.timeline.filter((incident) => !told.includes(incident));
  const parts = [
    `# ${leads.length > 1 ? countOf(leads.length, 'story', 'stories') : escapeMarkup(open.lead?.title ?? 'Nothing was read')}`,
    `${sayReports(open)}; policy ${escapeMarkup(edition.config.policy)}.`,
    ...(leads.length > 1 ? writeStories(open, leads) : told.map((lead) => writeIncident(open, lead))),
    ...(rest.length === 0
      ? []
      : ['## Other incidents named', ...rest.map((incident) => writeUnder(open, incident, '###'))]),
    '## Witnesses',
    open.witnesses.map((witness) => writeWitness(witness)).join('\n'),
    ...(edition.issues.length === 0 ? [] : ['## Set aside or doubtful', edition.issues.map(writeIssue).join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Print the list of stories, then the record of each under the heading its list entry links to. */
function writeStories(open: OpenEdition, leads: readonly Incident[]): readonly string[] {
  const stories = listStories(open.edition);
  const lines = stories.flatMap(({ lead, articles }) =>
    lead === undefined ? [] : [writeStory(lead, articles.length)],
  );
  const silent = stories.filter(({ lead }) => lead === undefined).flatMap(({ articles }) => articles).length;
  return [
    lines.map((line, index) => `${index + 1}. [${line.what}](#story-${index + 1}): ${line.about}`).join('\n'),
    ...(silent === 0 ? [] : [`No incident was found in ${countOf(silent, 'report')}.`]),
    ...leads.map((lead, index) => writeUnder(open, lead, '##', `<a id="story-${index + 1}"></a>${index + 1}. `)),
  ];
}

function writeStory(lead: Incident, reports: number): { readonly what: string; readonly about: string } {
  const figure = findMainFigure(lead);
  const told =
    figure === undefined
      ? 'no figure stated'
      : `**${formatMainFigure(figure)}** ${statusNames[statusOf(figure.record)].mark} ${statusNames[statusOf(figure.record)].word}`;
  const about = [escapeMarkup(formatTown(lead)), formatWhen(lead), countOf(reports, 'report'), told];
  return { what: escapeMarkup(nameIncident(lead)), about: about.join('; ') };
}

function writeUnder(open: OpenEdition, incident: Incident, level: string, anchor = ''): string {
  return `${level} ${anchor}${escapeMarkup(incident.title)}\n\n${writeIncident(open, incident)}`;
}

function writeIssue({ code, message, path }: Issue): string {
  return `- ${path === undefined ? '' : `${escapeMarkup(path)}: `}${escapeMarkup(spellDays(message))} \`${code}\``;
}

function writeIncident(open: OpenEdition, incident: Incident): string {
  const records = attributes.flatMap((name) => {
    const record = incident.attributes[name];
    const isTold = name === 'reason' && incident.reasons.length > 0;
    return record === undefined || isTold ? [] : [{ name: attributeNames[name], record }];
  });
  const where = `${escapeMarkup(formatWhere(incident))}, ${formatWhen(incident)}.`;
  return [
    where,
    ...listRemarks(incident).map(escapeMarkup),
    ...records.map(({ name, record }) => writeRecord(open, name, record)),
    ...writeReasons(open, incident),
  ].join('\n\n');
}

function writeRecord(open: OpenEdition, name: string, record: CountRecord | TermRecord): string {
  const { mark, word } = statusNames[statusOf(record)];
  const range = isCountRecord(record) ? formatRange(record) : '';
  const accepted = isCountRecord(record) ? formatBest(record) : (formatTerm(record) ?? 'none');
  const why = sayWhy(record);
  const head =
    why === ''
      ? `**${name}**`
      : `**${name}: ${escapeMarkup(accepted)}**${range === '' ? '' : ` (${range})`} ${mark} ${word}. ${escapeMarkup(why)}`;
  return [head, '', ...orderReadings(record).map((reading) => writeReading(open, reading))].join('\n').trimEnd();
}

function writeReading(open: OpenEdition, reading: AttributeReading): string {
  const claims = reading.claims.flatMap((id) => open.claims.get(id) ?? []);
  const sigla = [...new Set(claims.map(({ article }) => open.witnessOf.get(article)?.siglum ?? '?'))].join(' ');
  const [first] = claims;
  const quote = first === undefined ? '' : ` “${escapeMarkup(quoteClaim(first))}”`;
  const speaker =
    first?.attribution === undefined || first.attribution.kind === 'outlet'
      ? ''
      : ` (${escapeMarkup(first.attribution.speaker)})`;
  const isApart = reading.difference !== undefined && reading.value.kind !== 'statement';
  const difference = isApart ? `; ${differenceNames[reading.difference]}` : '';
  return `- ${escapeMarkup(formatValue(reading.value))} [${sigla}]${quote}${speaker}${difference}`;
}

function writeReasons(open: OpenEdition, { reasons }: Incident): readonly string[] {
  if (reasons.length === 0) return [];
  const lines = reasons.map(
    (reason) => `- ${escapeMarkup(`${upperFirst(reason.summary)}. ${sayReason(open, reason)}`)}`,
  );
  return [`**Why, who says so**\n\n${lines.join('\n')}`];
}

function writeWitness({ siglum, outlet, day, article, copies }: OpenEdition['witnesses'][number]): string {
  const headline = article.headline === undefined ? '' : `: ${escapeMarkup(article.headline)}`;
  return `- ${siglum} ${escapeMarkup(outlet)}, ${day === undefined ? 'undated' : formatDay(day)}${headline}${copies.length === 0 ? '' : ' (repeats another report)'}`;
}

/** Escape characters of a source that CommonMark would read as markup. */
function escapeMarkup(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
