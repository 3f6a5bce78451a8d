import { useState } from 'preact/hooks';
import { formatDay } from '../../../src/publish/wording/dates.ts';
import type { OwnToken } from '../../../src/service/index.ts';
import { type Scope, scopes } from '../../../src/service/people/role.ts';
import { post, remove } from './api.ts';
import { useLoaded } from './load.ts';
import { say } from './shell.tsx';

interface Own {
  readonly sessions: readonly {
    readonly since: string;
    readonly seen: string;
    readonly address: string;
    readonly isThis: boolean;
  }[];
  readonly tokens: readonly OwnToken[];
}

const told = (refused: Error): void => say(refused.message);

/** What a person who signs in looks after themselves: password, sessions, tokens of programs. */
export function OwnSettings() {
  const { value, reload } = useLoaded<Own>('/me');
  if (value === undefined) return null;
  return (
    <>
      <section aria-labelledby="own-password">
        <h2 id="own-password">Password</h2>
        <Password onKept={() => void reload()} />
      </section>
      <section aria-labelledby="own-sessions">
        <h2 id="own-sessions">Where you are signed in</h2>
        <ul class="people">
          {value.sessions.map(({ since, address, isThis }) => (
            <li>{`${isThis ? 'here' : 'elsewhere'}, since ${since.slice(0, 16).replace('T', ' ')} UTC${address === '' ? '' : ` · ${address}`}`}</li>
          ))}
        </ul>
        {value.sessions.length < 2 ? null : (
          <button
            type="button"
            class="plain"
            onClick={() =>
              void post('/me/sign-out-elsewhere').then(() => reload().then(() => say('Signed out elsewhere.')), told)
            }
          >
            sign out everywhere else
          </button>
        )}
      </section>
      <section aria-labelledby="own-tokens">
        <h2 id="own-tokens">Tokens of programs</h2>
        <Tokens tokens={value.tokens} onChanged={() => void reload()} />
      </section>
    </>
  );
}

function Password({ onKept }: { readonly onKept: () => void }) {
  const [before, setBefore] = useState('');
  const [next, setNext] = useState('');
  return (
    <form
      class="fields"
      aria-label="Change the password"
      onSubmit={(event) => {
        event.preventDefault();
        post('/me/password', { before, next }).then(() => {
          say('Kept; all other sessions have ended.');
          setBefore('');
          setNext('');
          onKept();
        }, told);
      }}
    >
      <label class="field narrow-field">
        <span>Until now</span>
        <input
          type="password"
          autocomplete="current-password"
          value={before}
          onInput={(event) => setBefore(event.currentTarget.value)}
        />
      </label>
      <label class="field narrow-field">
        <span>From now on</span>
        <input
          type="password"
          autocomplete="new-password"
          required
          minLength={12}
          value={next}
          onInput={(event) => setNext(event.currentTarget.value)}
        />
      </label>
      <p class="act-foot">
        <button type="submit">Keep</button>
      </p>
    </form>
  );
}

const scopeWords: Readonly<Record<Scope, string>> = { read: 'look', write: 'change', admin: 'look after people' };

function Tokens({ tokens, onChanged }: { readonly tokens: readonly OwnToken[]; readonly onChanged: () => void }) {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly Scope[]>(['read']);
  const [made, setMade] = useState('');
  const add = (): void =>
    void post<{ token: string }>('/me/tokens', { name, scopes: chosen, days: 90 }).then(({ token }) => {
      setMade(token);
      setName('');
      onChanged();
    }, told);
  return (
    <>
      <form
        class="fields"
        aria-label="Make a token"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label class="field narrow-field">
          <span>What it is for</span>
          <input
            type="text"
            required
            maxLength={80}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <ScopeChoice chosen={chosen} setChosen={setChosen} />
        <p class="act-foot">
          <button type="submit">Make one for 90 days</button>
        </p>
      </form>
      {made === '' ? null : (
        <p class="made-once" role="status">
          Keep it now; it is not shown again:<code>{made}</code>
        </p>
      )}
      <ul class="people">
        {tokens.map((token) => (
          <TokenLine token={token} onChanged={onChanged} />
        ))}
      </ul>
    </>
  );
}

interface ScopeChoiceProps {
  readonly chosen: readonly Scope[];
  readonly setChosen: (next: (old: readonly Scope[]) => readonly Scope[]) => void;
}

function ScopeChoice({ chosen, setChosen }: ScopeChoiceProps) {
  return (
    <fieldset class="field narrow-field">
      <legend>It may</legend>
      {scopes.map((scope) => (
        <label class="option">
          <input
            type="checkbox"
            checked={chosen.includes(scope)}
            onChange={() =>
              setChosen((old) => (old.includes(scope) ? old.filter((one) => one !== scope) : [...old, scope]))
            }
          />{' '}
          {scopeWords[scope]}
        </label>
      ))}
    </fieldset>
  );
}

function TokenLine({ token, onChanged }: { readonly token: OwnToken; readonly onChanged: () => void }) {
  return (
    <li>
      {`${token.name}: ${token.scopes.map((scope) => scopeWords[scope]).join(', ')} · until ${formatDay(token.until)} · ${token.used === undefined ? 'never used' : `used ${formatDay(token.used)}`} `}
      <button
        type="button"
        class="plain"
        aria-label={`withdraw ${token.name}`}
        onClick={() => void remove(`/me/tokens/${encodeURIComponent(token.id)}`).then(onChanged, told)}
      >
        withdraw
      </button>
    </li>
  );
}
