import { formatDay, formatDays, formatWhen } from '../dates.ts';
import { formatWhere } from '../figures.ts';
import { typeNames } from '../labels.ts';
import { sayReports } from '../witnesses.ts';
import { claimKinds, Texts } from './article.tsx';
import { Method, SetAside } from './aside.tsx';
import { Decisions } from './decisions.tsx';
import { packEvidence } from './evidence.ts';
import { IncidentRecord } from './record.tsx';
import { Timeline } from './timeline.tsx';
import { Toll } from './toll.tsx';
import { deepLink, type PageView } from './view.ts';
import { Actors, hasReasons, Reasons } from './voices.tsx';
import { Where } from './where.tsx';
import { WitnessList } from './witness-list.tsx';

const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

export interface PageProps {
  readonly view: PageView;
  readonly style: string;
  readonly script: string;
}

/** Lay out the whole page. */
export function Page({ view, style, script }: PageProps) {
  const title = view.lead?.title ?? 'Nothing was read';
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
        <a class="skip" href="#record">
          To the record
        </a>
        <div class="sheet">
          <main>
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

/** Keep our own assets from ending their element early. */
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
      <h1>{lead?.title ?? 'Nothing was read'}</h1>
      {lead === undefined ? null : (
        <p class="where-when">{`${upperFirst(typeNames[lead.type])} · ${formatWhere(lead)} · ${formatWhen(lead)}`}</p>
      )}
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

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: preact.JSX.Element;
}

function listSections(view: PageView): readonly Section[] {
  const { lead } = view;
  const sections: Section[] = [];
  if (lead !== undefined) {
    sections.push({
      id: 'record',
      title: 'The record',
      body: <IncidentRecord view={view} incident={lead} level={3} />,
    });
    const tolls = (['killed', 'injured'] as const).filter((name) => (lead.attributes[name]?.readings.length ?? 0) > 1);
    if (tolls.length > 0) {
      const body = (
        <>
          {tolls.map((name) => (
            <Toll view={view} incident={lead} attribute={name} />
          ))}
        </>
      );
      sections.push({ id: 'toll', title: 'How the toll moved', body });
    }
    if (hasReasons(view, lead)) {
      sections.push({
        id: 'why',
        title: 'Why it happened, who says so',
        body: <Reasons view={view} incident={lead} level={3} />,
      });
    }
    if (view.edition.actors.length > 0)
      sections.push({ id: 'actors', title: 'Who is named', body: <Actors view={view} /> });
    sections.push({ id: 'timeline', title: 'Timeline', body: <Timeline view={view} /> });
    sections.push({ id: 'where', title: 'Where', body: <Where view={view} /> });
  }
  sections.push({ id: 'witnesses', title: 'Witnesses', body: <WitnessList view={view} /> });
  if ((view.edition.decisions ?? []).length > 0)
    sections.push({ id: 'decisions', title: 'Decisions', body: <Decisions view={view} /> });
  sections.push({ id: 'aside', title: 'Set aside', body: <SetAside view={view} /> });
  sections.push({ id: 'method', title: 'Method', body: <Method view={view} /> });
  return sections;
}

function Sections({ view }: { readonly view: PageView }) {
  const sections = listSections(view);
  const spoken = new Set(['record', 'why', 'toll']);
  return (
    <>
      <nav aria-label="Contents">
        <ul>
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
      {sections.map(({ id, title, body }) => (
        <section
          id={id}
          aria-labelledby={`${id}-title`}
          {...(spoken.has(id) && view.lead !== undefined ? { 'data-i': view.lead.id } : {})}
        >
          <h2 id={`${id}-title`}>
            {id === 'record' && view.lead !== undefined ? (
              <a class="self" href={deepLink(view.lead.id)}>
                {title}
              </a>
            ) : (
              title
            )}
          </h2>
          {body}
        </section>
      ))}
    </>
  );
}
