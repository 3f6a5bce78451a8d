import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { attributeNames } from '../../../src/publish/wording/labels.ts';
import { ActFields } from './act-fields.tsx';
import { type Act, actWords } from './acts.ts';
import { post, Refused } from './api.ts';
import type { KeptAnswer, OnKept, RecordAnswer } from './record.tsx';
import { beginFields, type Fields, makeRequest } from './requests.ts';

interface Change {
  readonly kind: string;
  readonly title: string;
  readonly attribute?: string;
  readonly before?: string;
  readonly after?: string;
}

interface ActProps {
  readonly act: Act;
  readonly record: RecordAnswer;
  readonly path: string;
  readonly onKept: OnKept;
  readonly onLeave: () => void;
  readonly reload: () => Promise<void>;
}

const pauseMs = 180;

/** Ask the server what a request would change, a moment after it was last changed. */
function usePreview(path: string, request: ReturnType<typeof makeRequest>, isPreviewed: boolean) {
  const [changes, setChanges] = useState<readonly Change[] | undefined>(undefined);
  const [refused, setRefused] = useState('');
  const asked = JSON.stringify(request);
  useEffect(() => {
    setChanges(undefined);
    if (request === undefined || !isPreviewed) return undefined;
    const timer = setTimeout(() => {
      const preview = { ...request, reason: request.reason === '' ? '…' : request.reason };
      post<{ changes: readonly Change[] }>(`${path}/preview`, preview).then(
        ({ changes: found }) => {
          setChanges(found);
          setRefused('');
        },
        (error: Refused) => setRefused(error.message),
      );
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [asked]);
  return { changes, refused, setRefused };
}

/** Ask for what a decision needs, say what it would change, and keep it. */
export function ActForm({ act, record, path, onKept, onLeave, reload }: ActProps) {
  const [fields, setFields] = useState<Fields>(() => beginFields(act, record));
  const form = useRef<HTMLFormElement>(null);
  const back = useRef(document.activeElement);
  const request = makeRequest(act, record, fields);
  const isPreviewed = act.action !== 'assign' && act.action !== 'note';
  const { changes, refused, setRefused } = usePreview(path, request, isPreviewed);
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  const leave = (): void => {
    onLeave();
    if (back.current instanceof HTMLElement) back.current.focus();
  };
  const keep = (): Promise<void> =>
    keepAct({ act, fields, request, path, seen: record.hash }).then(
      (kept) =>
        kept === undefined ? reload().then(leave) : onKept(kept, `${actWords[act.action]}: kept · u takes it back`),
      async (error: Refused) => {
        setRefused(error.message);
        if (error.status === 409) await reload();
      },
    );
  return (
    <form
      ref={form}
      class="act"
      aria-label={actWords[act.action]}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <p class="act-title">
        {actWords[act.action]}
        {act.attribute === undefined ? '' : `, ${attributeNames[act.attribute].toLowerCase()}`}
      </p>
      <div class="fields">
        <ActFields {...{ act, record, fields }} setFields={(next) => setFields((old) => ({ ...old, ...next }))} />
      </div>
      <Preview changes={changes} refused={refused} isAsked={request !== undefined} />
      <p class="act-foot">
        <button type="submit">Keep</button>{' '}
        <button type="button" class="plain" onClick={leave}>
          leave <kbd>Escape</kbd>
        </button>
      </p>
    </form>
  );
}

interface Keeping {
  readonly act: Act;
  readonly fields: Fields;
  readonly request: ReturnType<typeof makeRequest>;
  readonly path: string;
  readonly seen: string;
}

/** Keep what was decided; undefined for what is no decision of the log. Throws Refused. */
async function keepAct({ act, fields, request, path, seen }: Keeping): Promise<KeptAnswer | undefined> {
  if (act.action === 'assign') {
    await post(`${path}/assignment`, { who: fields.who });
    return undefined;
  }
  if (request === undefined) throw new Refused(422, 'Something is missing.');
  return post<KeptAnswer>(`${path}/decisions`, { request, seen });
}

interface PreviewProps {
  readonly changes: readonly Change[] | undefined;
  readonly refused: string;
  readonly isAsked: boolean;
}

/** Say what would change, old to new, before it is kept. */
function Preview({ changes, refused, isAsked }: PreviewProps) {
  return (
    <div class="preview" role="status">
      {refused === '' ? null : <p class="refused">{refused}</p>}
      {!isAsked || changes === undefined ? null : changes.length === 0 ? (
        <p class="note">No figure changes by it.</p>
      ) : (
        <ul>
          {changes.map(({ kind, title, attribute, before, after }) => (
            <li>
              {kind === 'incident-appeared' ? <b>{`new: ${title}`}</b> : null}
              {kind === 'incident-gone' ? <s>{title}</s> : null}
              {attribute === undefined ? null : (
                <>
                  {`${title}, ${attribute.toLowerCase()}: `}
                  {before ?? 'not stated'} → <b>{after ?? 'withdrawn'}</b>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
