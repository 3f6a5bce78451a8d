import type { Incident } from '../../model/index.ts';
import { sayReports } from '../witnesses.ts';
import { formatDay, formatDays } from '../wording/dates.ts';
import { claimKinds, Texts } from './article.tsx';
import { Method, SetAside } from './aside.tsx';
import { Chapter, listTolls, sayWhereWhen } from './chapter.tsx';
import { Conflicts } from './conflicts.tsx';
import { Decisions } from './decisions.tsx';
import { packEvidence } from './evidence.ts';
import { IncidentRecord } from './record.tsx';
import { StoryList } from './stories.tsx';
import { Timeline } from './timeline.tsx';
import { Toll } from './toll.tsx';
import { deepLink, isSeveral, type PageView, titlePage, witnessesOfIncident } from './view.ts';
import { Actors, hasReasons, Reasons } from './voices.tsx';
import { Where } from './where.tsx';
import { WitnessList } from './witness-list.tsx';

const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/** With more chapters than this, the browser lays out a chapter only when it comes into view, so that a long page opens fast. */
const manyChapters = 24;

export interface PageProps {
  readonly view: PageView;
  readonly style: string;
  readonly script: string;
}

/** Print the whole page. */
export function Page({ view, style, script }: PageProps) {
  const title = titlePage(view);
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content={`Variorum ${view.edition.version}`} />
        <title>{`${title} · a variorum edition`}</title>
        <style dangerouslySetInnerHTML={{ __html: guardEnd(style) }} />
      </head>
      <body>
        <a class="skip" href={isSeveral(view) ? '#stories' : '#record'}>
          {isSeveral(view) ? 'To the stories' : 'To the record'}
        </a>
        <div class="sheet">
          <main {...(view.chapters.length > manyChapters ? { class: 'long' } : {})}>
            <Title view={view} />
            <Sections view={view} />
          </main>
          <aside id="texts" aria-label="The texts">
            <div class="bar">
              <h2>The texts</h2>
              <p class="key">
                {Object.entries(claimKinds).map(([kind, words]) => (
                  <>
                    <span class={`lit ${kind}`}>{words}</span>{' '}
                  </>
                ))}
              </p>
              <p class="told" role="status" />
            </div>
            <Texts view={view} />
          </aside>
        </div>
        {view.lead === undefined ? null : (
          <script
            type="application/json"
            id="evidence"
            dangerouslySetInnerHTML={{ __html: packEvidence(view.edition) }}
          />
        )}
        <script dangerouslySetInnerHTML={{ __html: guardEnd(script) }} />
      </body>
    </html>
  );
}

/** Escape what could end the element of our own style or script early: `</script` and `<!--` within the code. */
function guardEnd(code: string): string {
  return code.replace(/<(?=\/(?:script|style)|!--)/gi, '\\x3c');
}

function Title({ view }: { readonly view: PageView }) {
  const { lead, edition, witnesses } = view;
  const days = witnesses.flatMap(({ day }) => day ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  return (
    <header>
      <p class="kicker">A variorum edition</p>
      <h1>{titlePage(view)}</h1>
      {lead === undefined || isSeveral(view) ? null : <p class="where-when">{sayWhereWhen(lead)}</p>}
      <p class="note">
        {sayReports(view)}
        {first === undefined || last === undefined
          ? ''
          : `; ${first === last ? formatDay(first) : formatDays(first, last)}`}
        {'; policy: '}
        <a href="#method" id="policy">
          {edition.config.policy}
        </a>
      </p>
    </header>
  );
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: preact.JSX.Element;
  /** The incident this section prints the record, toll or reasons of. */
  readonly incident?: Incident;
}

function listSections(view: PageView): readonly Section[] {
  const { lead, edition } = view;
  const sections: Section[] = [];
  if (lead !== undefined && !isSeveral(view)) sections.push(...listParts(view, lead));
  if (edition.actors.length > 0) sections.push({ id: 'actors', title: 'Who is named', body: <Actors view={view} /> });
  if (lead !== undefined) {
    sections.push({ id: 'timeline', title: 'Timeline', body: <Timeline view={view} /> });
    sections.push({ id: 'where', title: 'Where', body: <Where view={view} /> });
  }
  if ((edition.conflicts ?? []).length > 0)
    sections.push({ id: 'conflicts', title: 'Wars, campaigns, epidemics', body: <Conflicts view={view} /> });
  sections.push({ id: 'witnesses', title: 'Witnesses', body: <WitnessList view={view} /> });
  if ((edition.decisions ?? []).length > 0)
    sections.push({ id: 'decisions', title: 'Decisions', body: <Decisions view={view} /> });
  sections.push({ id: 'aside', title: 'Set aside or doubtful', body: <SetAside view={view} /> });
  sections.push({ id: 'method', title: 'Method', body: <Method view={view} /> });
  return sections;
}

/** List the sections of an edition with one story: its record, how its toll moved, and who gives which reasons. */
function listParts(view: PageView, lead: Incident): readonly Section[] {
  const parts: Section[] = [
    {
      id: 'record',
      title: 'The record',
      body: <IncidentRecord view={view} incident={lead} level={3} />,
      incident: lead,
    },
  ];
  const tolls = listTolls(view, lead).map((name) => <Toll view={view} incident={lead} attribute={name} level={3} />);
  if (tolls.length > 0)
    parts.push({ id: 'toll', title: 'How the toll moved', body: <div>{tolls}</div>, incident: lead });
  if (hasReasons(view, lead)) {
    const body = <Reasons view={view} incident={lead} level={3} />;
    parts.push({ id: 'why', title: 'Why it happened, who says so', body, incident: lead });
  }
  return parts;
}

function Sections({ view }: { readonly view: PageView }) {
  const sections = listSections(view);
  const several = isSeveral(view);
  return (
    <>
      <nav aria-label="Contents">
        <ul>
          {several ? (
            <li>
              <a href="#stories">The stories</a>
            </li>
          ) : null}
          {sections.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href="#texts">The texts</a>
          </li>
        </ul>
      </nav>
      {several ? (
        <section id="stories" aria-labelledby="stories-title">
          <h2 id="stories-title">The stories</h2>
          <StoryList view={view} />
        </section>
      ) : null}
      {several ? view.chapters.map((lead) => <Chapter view={view} lead={lead} />) : null}
      {sections.map((section) => (
        <PlainSection view={view} section={section} />
      ))}
    </>
  );
}

function PlainSection({ view, section }: { readonly view: PageView; readonly section: Section }) {
  const { id, title, body, incident } = section;
  const first = incident === undefined ? undefined : witnessesOfIncident(view, incident)[0]?.siglum;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      {...(incident === undefined ? {} : { 'data-i': incident.id, 'data-first': first })}
    >
      <h2 id={`${id}-title`}>
        {id === 'record' && incident !== undefined ? (
          <a class="self" href={deepLink(incident.id)}>
            {title}
          </a>
        ) : (
          title
        )}
      </h2>
      {body}
    </section>
  );
}
