import { useState } from 'preact/hooks';
import { formatDay } from '../../../src/publish/wording/dates.ts';
import { countOf } from '../../../src/publish/wording/figures.ts';
import type { Change, Released } from '../../../src/service/index.ts';
import { get, post } from './api.ts';
import { useRoomEvents } from './live.ts';
import { useLoaded } from './load.ts';
import { say, useMay } from './shell.tsx';
import { Waiting } from './waiting.tsx';
import { WorkLines } from './work.tsx';

interface Editions {
  readonly editions: readonly Released[];
  readonly formats: readonly string[];
  readonly policies: readonly string[];
}

/** Editions: released under a name, compared, exported. */
export function EditionsView() {
  const { value, error, reload } = useLoaded<Editions>('/editions');
  const mayRelease = useMay('editor');
  useRoomEvents(({ kind }) => {
    if (kind === 'released') void reload();
  });
  if (value === undefined) return <Waiting error={error} />;
  const { editions, formats, policies } = value;
  return (
    <main>
      <h1>Editions</h1>
      <p class="note">An edition that is released can be had again, byte for byte, whatever comes after.</p>
      {mayRelease ? <Release policies={policies} /> : null}
      <WorkLines />
      <section aria-labelledby="standing">
        <h2 id="standing">What stands now</h2>
        <Export name="now" formats={formats} />
      </section>
      <Compare key={editions.length} editions={editions} />
      <section aria-labelledby="released">
        <h2 id="released">Released</h2>
        {editions.length === 0 ? <p class="note">None yet.</p> : null}
        <ul class="released">
          {editions.map((edition) => (
            <EditionLine edition={edition} formats={formats} />
          ))}
        </ul>
      </section>
    </main>
  );
}

function Release({ policies }: Pick<Editions, 'policies'>) {
  const [name, setName] = useState('');
  const [policy, setPolicy] = useState('');
  return (
    <form
      class="fields"
      aria-label="Release an edition"
      onSubmit={(event) => {
        event.preventDefault();
        post<Released>('/editions', { name, ...(policy === '' ? {} : { policy }) }).then(
          ({ name: given, hash }) => {
            say(`${given} is released, ${hash.slice(0, 12)} …`);
            setName('');
          },
          (refused: Error) => say(refused.message),
        );
      }}
    >
      <label class="field narrow-field">
        <span>Name</span>
        <input type="text" value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <label class="field narrow-field">
        <span>Policy</span>
        <select value={policy} onChange={(event) => setPolicy(event.currentTarget.value)}>
          <option value="">as the archive has it</option>
          {policies.map((one) => (
            <option value={one}>{one}</option>
          ))}
        </select>
      </label>
      <p class="act-foot">
        <button type="submit">Release what stands now</button>
      </p>
    </form>
  );
}

function EditionLine({ edition, formats }: { readonly edition: Released; readonly formats: readonly string[] }) {
  const { name, hash, at, policy } = edition;
  return (
    <li>
      <p>
        <b>{name}</b>
      </p>
      <p class="note hash">{`${formatDay(at)}${policy === undefined ? '' : ` · ${policy}`} · ${hash}`}</p>
      <Export name={name} formats={formats} />
    </li>
  );
}

/** Save an edition in a format. */
function Export({ name, formats }: { readonly name: string; readonly formats: readonly string[] }) {
  const [format, setFormat] = useState('html');
  return (
    <p class="export">
      <label>
        export as{' '}
        <select value={format} onChange={(event) => setFormat(event.currentTarget.value)}>
          {formats.map((one) => (
            <option value={one}>{one}</option>
          ))}
        </select>
      </label>{' '}
      <a download href={`/room/api/editions/${encodeURIComponent(name)}/exports/${format}`}>
        {`save ${name}.${format}`}
      </a>
    </p>
  );
}

function Compare({ editions }: Pick<Editions, 'editions'>) {
  const names = ['now', ...editions.map(({ name }) => name)];
  const [before, setBefore] = useState(names[1] ?? 'now');
  const [after, setAfter] = useState('now');
  const [changes, setChanges] = useState<readonly Change[] | undefined>(undefined);
  if (editions.length === 0) return null;
  const choose = (label: string, value: string, set: (name: string) => void) => (
    <label class="field narrow-field">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          set(event.currentTarget.value);
          setChanges(undefined);
        }}
      >
        {names.map((name) => (
          <option value={name}>{name === 'now' ? 'what stands now' : name}</option>
        ))}
      </select>
    </label>
  );
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">What moved between</h2>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          get<{ changes: readonly Change[] }>(
            `/editions/${encodeURIComponent(before)}/diff/${encodeURIComponent(after)}`,
          ).then(
            ({ changes: found }) => setChanges(found),
            (refused: Error) => say(refused.message),
          );
        }}
      >
        {choose('Before', before, setBefore)}
        {choose('After', after, setAfter)}
        <p class="act-foot">
          <button type="submit">Compare</button>
        </p>
      </form>
      {changes === undefined ? null : <Changes changes={changes} />}
    </section>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return <p class="note">No figure moved.</p>;
  return (
    <>
      <p class="note">{countOf(changes.length, 'change')}</p>
      <ul class="moves">
        {changes.map(({ incident, title, attribute, before, after, kind, because }) => (
          <li class="line-of">
            <a href={`/incidents/${encodeURIComponent(incident)}`}>{title}</a>
            <span class="moved">
              {attribute === undefined ? (
                kind === 'incident-gone' ? (
                  'gone'
                ) : (
                  'new'
                )
              ) : (
                <>
                  {attribute.toLowerCase()} {before ?? 'not stated'} → <b>{after ?? 'withdrawn'}</b>
                </>
              )}
            </span>
            <span class="cause">{because.slice(0, 2).join('; ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
