import type { Incident } from '../../model/index.ts';
import { findMainFigure, type ListedStory, nameIncident, partMainFigure } from '../stories.ts';
import { formatWhen } from '../wording/dates.ts';
import { countOf, formatTown } from '../wording/figures.ts';
import { statusOf } from '../wording/labels.ts';
import { Siglum } from './apparatus.tsx';
import { StatusMark } from './record.tsx';
import { chapterId, hrefTo, type PageView } from './view.ts';

/** Print the list of stories that opens an edition of several: what, where, when, how many reports, the main figure. */
export function StoryList({ view }: { readonly view: PageView }) {
  const silent = view.stories.filter(({ lead }) => lead === undefined);
  return (
    <>
      <table class="stories">
        <caption class="sr">The stories, those of most reports first</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Where</th>
            <th scope="col">When</th>
            <th scope="col" class="num">
              Reports
            </th>
            <th scope="col">Figure</th>
          </tr>
        </thead>
        <tbody>
          {view.stories.map((story) =>
            story.lead === undefined ? null : <StoryRow view={view} story={story} lead={story.lead} />,
          )}
        </tbody>
      </table>
      {silent.length === 0 ? null : <Silent view={view} stories={silent} />}
    </>
  );
}

interface StoryRowProps {
  readonly view: PageView;
  readonly story: ListedStory;
  readonly lead: Incident;
}

function StoryRow({ view, story, lead }: StoryRowProps) {
  const reports = story.articles.length;
  return (
    <tr>
      <th scope="row">
        <a href={hrefTo(chapterId(view, lead))}>{nameIncident(lead)}</a>
      </th>
      <td>{formatTown(lead)}</td>
      <td>{formatWhen(lead, 'short')}</td>
      <td class="num">
        {reports}
        <span class="unit">{reports === 1 ? ' report' : ' reports'}</span>
      </td>
      <td>
        <StoryFigure lead={lead} />
      </td>
    </tr>
  );
}

function StoryFigure({ lead }: { readonly lead: Incident }) {
  const figure = findMainFigure(lead);
  if (figure === undefined) return <span class="none">none stated</span>;
  const [before, best, after] = partMainFigure(figure);
  return (
    <span data-brief={`${lead.id}-${figure.attribute}`}>
      {before}
      <b>{best}</b>
      {after} <StatusMark status={statusOf(figure.record)} />
    </span>
  );
}

/** Name the reports in which no incident was found. */
function Silent({ view, stories }: { readonly view: PageView; readonly stories: readonly ListedStory[] }) {
  const articles = new Set(stories.flatMap((story) => story.articles));
  const witnesses = view.witnesses.filter(({ article }) => articles.has(article.id));
  return (
    <p class="note">
      {`No incident was found in ${countOf(witnesses.length, 'report')}: `}
      {witnesses.map((witness, index) => (
        <>
          {index === 0 ? '' : '; '}
          <Siglum witness={witness} /> {witness.article.headline ?? witness.name}
        </>
      ))}
      .
    </p>
  );
}
