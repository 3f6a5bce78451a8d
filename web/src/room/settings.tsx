import { useState } from 'preact/hooks';
import { type Action, actionNames, actions, readKeys, writeKey } from './keys.ts';
import { useLoaded } from './load.ts';
import { OwnSettings } from './own.tsx';
import { useSession } from './shell.tsx';
import { Waiting } from './waiting.tsx';

interface Settings {
  readonly reader: string;
  readonly policy: string;
  readonly names: boolean;
  /** Where it lies, on one's own machine. */
  readonly place?: string;
  readonly kind: string;
}

/** How the archive reads, who works here, and which keys do what. */
export function SettingsView() {
  const { value, error } = useLoaded<Settings>('/settings');
  const { person, version, isTeam } = useSession();
  if (value === undefined) return <Waiting error={error} />;
  const { reader, policy, names, place, kind } = value;
  return (
    <main>
      <h1>Settings</h1>
      <section aria-labelledby="archive">
        <h2 id="archive">This archive</h2>
        <dl class="method">
          <dt>Kept in</dt>
          <dd class="hash">
            {place === undefined ? '' : `${place}, `}
            {kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'}
          </dd>
          <dt>Reader</dt>
          <dd>{reader === 'deep' ? 'trained' : reader}</dd>
          <dt>Policy</dt>
          <dd>{policy}</dd>
          <dt>Names of persons</dt>
          <dd>{names ? 'kept in editions; veiled here' : 'left out of editions, veiled here'}</dd>
          <dt>You</dt>
          <dd>{`${person.name}, ${person.role}`}</dd>
          <dt>Variorum</dt>
          <dd>{version}</dd>
        </dl>
        <p class="note">
          An archive reads in one way, that it was begun with. To read in another, begin another; decisions can be taken
          along.
        </p>
      </section>
      {isTeam ? <OwnSettings /> : null}
      <section aria-labelledby="own-keys">
        <h2 id="own-keys">Keys</h2>
        <p class="note">One key each; an empty field is the usual one. They are kept in this browser.</p>
        <KeyFields />
      </section>
    </main>
  );
}

function KeyFields() {
  const [keys, setKeys] = useState(readKeys());
  const set = (action: Action, key: string): void => {
    writeKey(action, key === actions[action][0] ? '' : key);
    setKeys(readKeys());
  };
  const doubled = (action: Action): boolean =>
    actionNames.some((other) => other !== action && keys[other] === keys[action]);
  return (
    <div class="key-fields">
      {actionNames
        .filter((name) => actions[name][0] !== 'Enter')
        .map((name) => (
          <label class="field">
            <span>{actions[name][1]}</span>
            <input
              type="text"
              maxLength={1}
              autocomplete="off"
              value={keys[name]}
              onChange={(event) => set(name, event.currentTarget.value.trim())}
            />
            {doubled(name) ? <span class="refused">another action has this key too</span> : null}
          </label>
        ))}
    </div>
  );
}
