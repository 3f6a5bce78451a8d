import type { Edition, Incident } from '../../model/index.ts';
import { findMainFigure, formatMainFigure, type ListedStory, listStories, nameIncident } from '../stories.ts';
import { formatWhen } from '../wording/dates.ts';
import { countOf, formatTown } from '../wording/figures.ts';
import { statusNames, statusOf } from '../wording/labels.ts';
import { nameStatuses } from './table.ts';
import { cleanLine, type Paint, wrapLine } from './terminal.ts';

/**
 * Print the stories of an edition, two lines each: the title; then place, date, number of reports and main figure. The number
 * in front is that of the incident in the edition, which `variorum explain` accepts.
 */
export function tellStories(edition: Edition, width: number, paint: Paint): readonly string[] {
  const stories = listStories(edition);
  const numbers = new Map(edition.incidents.map((incident, index) => [incident, String(index + 1)]));
  const indent = Math.max(...[...numbers.values()].map((number) => number.length)) + 2;
  const lines = stories.flatMap((story) => {
    if (story.lead === undefined) return [];
    const number = (numbers.get(story.lead) ?? '').padStart(indent - 2);
    const [first = '', ...rest] = wrapLine(cleanLine(nameIncident(story.lead)), width, indent);
    const about = wrapLine(cleanLine(describeStory(story, story.lead)), width, indent).map(paint.dim);
    return [`${number}  ${paint.bold(first.slice(indent))}`, ...rest.map(paint.bold), ...about];
  });
  const silent = stories.filter(({ lead }) => lead === undefined).flatMap(({ articles }) => articles).length;
  const used = new Set(
    stories
      .flatMap(({ lead }) => (lead === undefined ? undefined : findMainFigure(lead)) ?? [])
      .map(({ record }) => statusOf(record)),
  );
  const key = [...nameStatuses([...used]), 'N  number of the incident'].join('  ');
  return [
    ...lines,
    ...(silent === 0 ? [] : [`No incident was found in ${countOf(silent, 'report')}.`]),
    ...wrapLine(key, width, indent).map(paint.dim),
  ];
}

function describeStory({ articles }: ListedStory, lead: Incident): string {
  const figure = findMainFigure(lead);
  const told =
    figure === undefined
      ? 'no figure stated'
      : `${formatMainFigure(figure)} ${statusNames[statusOf(figure.record)].mark}`;
  return [formatTown(lead), formatWhen(lead), countOf(articles.length, 'report'), told].join(' · ');
}
