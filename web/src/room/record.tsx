import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Decision, Edition } from '../../../src/model/index.ts';
import { Texts } from '../../../src/publish/html/article.tsx';
import { listTolls, sayWhereWhen } from '../../../src/publish/html/chapter.tsx';
import { Decisions } from '../../../src/publish/html/decisions.tsx';
import { IncidentRecord } from '../../../src/publish/html/record.tsx';
import { Toll } from '../../../src/publish/html/toll.tsx';
import { type PageView, viewEdition } from '../../../src/publish/html/view.ts';
import type { BoardRow } from '../../../src/service/index.ts';
import { ActForm } from './act.tsx';
import type { Act } from './acts.ts';
import { post } from './api.ts';
import { useRoomEvents } from './live.ts';
import { useLoaded } from './load.ts';
import { undoLast, useAccept, useRecordKeys } from './record-keys.ts';
import { replaceWith, usePlace } from './route.ts';
import { say, useMay, useSession } from './shell.tsx';
import { TextBar } from './text-bar.tsx';
import { findSelection, followWords, openText } from './texts.ts';
import { makeTools } from './tools.tsx';
import { Unveil } from './unveil.tsx';
import { Waiting } from './waiting.tsx';
import { Witnesses } from './witnesses.tsx';

/** A record as the server gives it. */
export interface RecordAnswer {
  readonly incident: string;
  readonly edition: Edition;
  readonly hash: string;
  readonly decisions: readonly { readonly seq: number; readonly decision: Decision }[];
  readonly groundChanged?: string;
  readonly row?: BoardRow;
  readonly leased?: { readonly who: string; readonly until: string };
  readonly assigned?: string;
}

/** What keeping a decision came to. */
export interface KeptAnswer {
  readonly decision: string;
  readonly incident: string;
  readonly hash: string;
}

/** The record of an incident beside its reports, and all that can be decided of it. */
export function RecordView({ incident }: { readonly incident: string }) {
  const path = `/incidents/${encodeURIComponent(incident)}`;
  const { value: record, error, reload } = useLoaded<RecordAnswer>(path);
  const session = useSession();
  const [act, setAct] = useState<Act | undefined>(undefined);
  const [named, setNamed] = useState<{ readonly hash: string; readonly edition: Edition } | undefined>(undefined);
  const seen = useRef('');
  useRoomEvents(({ kind, who, incidents }) => {
    if (!incidents.includes(incident) || (kind !== 'decided' && kind !== 'added')) return;
    if (who !== session.person.name) say(`${who} was here; what stands now is shown.`);
    void reload();
  });
  const mayDecide = useMay('coder');
  const [leased, setLeased] = useState<RecordAnswer['leased']>(undefined);
  useEffect(() => {
    if (mayDecide) post<NonNullable<RecordAnswer['leased']>>(`${path}/lease`).then(setLeased, () => undefined);
  }, [path]);
  useEffect(() => {
    if (record !== undefined) seen.current = record.hash;
  }, [record]);
  if (record === undefined) return <Waiting error={error} />;
  // Names are shown of what was asked for, and no longer.
  const shown = named?.hash === record.hash ? named.edition : undefined;
  return (
    <Opened
      record={{ ...record, ...(leased && { leased }), ...(shown && { edition: shown }) }}
      act={act}
      setAct={setAct}
      onKept={async (kept, words) => {
        setAct(undefined);
        say(words);
        if (kept.incident !== incident && kept.incident !== '')
          replaceWith(`/incidents/${encodeURIComponent(kept.incident)}`);
        else await reload();
      }}
      reload={reload}
      onNames={(edition) => setNamed({ hash: record.hash, edition })}
    />
  );
}

/** What is done once a decision is kept: what stands now is shown, and said in words. */
export type OnKept = (kept: KeptAnswer, words: string) => Promise<void>;

interface OpenedProps {
  readonly record: RecordAnswer;
  readonly act: Act | undefined;
  readonly setAct: (act: Act | undefined) => void;
  readonly onKept: OnKept;
  readonly reload: () => Promise<void>;
  readonly onNames: (edition: Edition) => void;
}

function Opened({ record, act, setAct, onKept: tellKept, reload, onNames }: OpenedProps) {
  const { edition, incident: id } = record;
  const last = useRef<string | undefined>(undefined);
  const onKept: OnKept = (kept, words) => {
    last.current = kept.decision;
    return tellKept(kept, words);
  };
  const path = `/incidents/${encodeURIComponent(id)}`;
  const begin = (next: Act): void => setAct(next);
  const held = useRef(begin);
  held.current = begin;
  const accept = useAccept(record, onKept);
  const mayDecide = useMay('coder');
  const view = useMemo(
    () => ({
      ...viewEdition(edition),
      ...(mayDecide ? { tools: makeTools(edition, id, (next) => held.current(next), accept) } : {}),
    }),
    [edition],
  );
  const incident = view.edition.incidents[0];
  useTexts(edition);
  const turn = useRef(Promise.resolve());
  const work = { view, begin, accept, onKept, last, turn, mayDecide };
  useRecordKeys(record, work);
  if (incident === undefined) return <Waiting error="The record is gone." />;
  return (
    <div class="sheet">
      <main class="record-view">
        <Crumb record={record} />
        <h1>{incident.title}</h1>
        <p class="where-when">{sayWhereWhen(incident)}</p>
        <Witnesses view={view} />
        {record.groundChanged === undefined ? null : (
          <p class="warning" role="note">
            {record.groundChanged}
          </p>
        )}
        <IncidentRecord view={view} incident={incident} level={3} />
        {mayDecide ? <Whole view={view} begin={begin} onUndo={() => undoLast(record, work)} /> : null}
        <Unveil record={record} onNames={onNames} />
        <Rest view={view} />
        {(edition.decisions ?? []).length === 0 ? null : (
          <section aria-labelledby="decided">
            <h2 id="decided">Decided</h2>
            <Decisions view={view} />
          </section>
        )}
      </main>
      <Beside view={view} begin={begin} mayDecide={mayDecide} />
      {act === undefined ? null : (
        <ActForm
          key={JSON.stringify([act.action, act.attribute, act.claims, act.words])}
          act={act}
          record={record}
          path={path}
          onKept={onKept}
          onLeave={() => setAct(undefined)}
          reload={reload}
        />
      )}
    </div>
  );
}

/** Show the first report, and follow links between values and words. */
function useTexts(edition: Edition): void {
  useEffect(() => openText(undefined), [edition]);
  useEffect(() => {
    document.addEventListener('click', followWords);
    return () => document.removeEventListener('click', followWords);
  }, []);
}

interface BesideProps {
  readonly view: PageView;
  readonly begin: (act: Act) => void;
  readonly mayDecide: boolean;
}

/** The reports beside the record; selected words become a figure. */
function Beside({ view, begin, mayDecide }: BesideProps) {
  const add = (): void => {
    const words = findSelection(view);
    document.getElementById('texts')?.classList.remove('raised');
    begin({ action: 'add-claim', ...(words && { words }) });
  };
  return (
    <aside id="texts" aria-label="The reports">
      <TextBar
        view={view}
        hint={mayDecide ? 'Select words for' : 'A value leads to its words, and back.'}
        {...(mayDecide ? { onAdd: add } : {})}
      />
      <Texts view={view} />
    </aside>
  );
}

function Crumb({ record }: { readonly record: RecordAnswer }) {
  const { searchParams } = usePlace();
  const { person } = useSession();
  const { leased, assigned } = record;
  const isMine = leased?.who === person.name;
  const parts = [
    leased === undefined
      ? ''
      : isMine
        ? `yours until ${leased.until.slice(11, 16)} UTC`
        : `${leased.who} has it before them`,
    assigned === undefined ? '' : `asked of ${assigned}`,
    `policy ${record.edition.config.policy}`,
  ].filter((part) => part !== '');
  return (
    <p class="crumb note">
      <a href={searchParams.has('queue') ? '/queue' : '/incidents'}>
        {searchParams.has('queue') ? '‹ queue' : '‹ incidents'}
      </a>
      {` · ${parts.join(' · ')}`}
    </p>
  );
}

interface WholeProps {
  readonly view: PageView;
  readonly begin: (act: Act) => void;
  readonly onUndo: () => void;
}

/** What can be done with the record as a whole. */
function Whole({ view, begin, onUndo }: WholeProps) {
  const [incident] = view.edition.incidents;
  if (incident === undefined) return null;
  const hasOthers = view.witnesses.length > 1;
  const whole: readonly (readonly [Act['action'], string, string])[] = [
    ['merge', 'm', 'merge'],
    ['split', 's', 'split'],
    ...(hasOthers ? ([['copy-of', 'y', 'a report repeats another']] as const) : []),
    ['note', 'c', 'comment'],
    ['assign', 'a', 'ask somebody'],
  ];
  return (
    <p class="tools whole">
      {whole.map(([action, key, words]) => (
        <button type="button" class="plain" onClick={() => begin({ action })}>
          {words} <kbd>{key}</kbd>
        </button>
      ))}
      {(view.edition.decisions ?? []).length === 0 ? null : (
        <button type="button" class="plain" onClick={onUndo}>
          take the last back <kbd>u</kbd>
        </button>
      )}
      <a href={`/code/${encodeURIComponent(incident.id)}`}>
        code it blind <kbd>g</kbd>
      </a>
    </p>
  );
}

/** Comments on the record, and how its toll moved. */
function Rest({ view }: { readonly view: PageView }) {
  const [incident] = view.edition.incidents;
  if (incident === undefined) return null;
  const tolls = listTolls(view, incident);
  return (
    <>
      {(incident.notes ?? []).length === 0 ? null : (
        <section aria-labelledby="comments">
          <h2 id="comments">Comments</h2>
          <ul class="comments">
            {(incident.notes ?? []).map(({ by, at, text }) => (
              <li>
                <p>{text}</p>
                <p class="note">{`${by}, ${at.slice(0, 16).replace('T', ' ')} UTC`}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {tolls.length === 0 ? null : (
        <section aria-labelledby="toll">
          <h2 id="toll">How the toll moved</h2>
          <div>
            {tolls.map((attribute) => (
              <Toll view={view} incident={incident} attribute={attribute} level={3} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}
