import { useState } from 'preact/hooks';
import { formatDay } from '../../../src/publish/wording/dates.ts';
import type { Account } from '../../../src/service/index.ts';
import { type Role, roles } from '../../../src/service/people/role.ts';
import { post } from './api.ts';
import { useLoaded } from './load.ts';
import { say, useSession } from './shell.tsx';
import { Waiting } from './waiting.tsx';

const mayWords: Readonly<Record<Role, string>> = {
  reader: 'searches, reads, exports',
  coder: 'decides, codes, adds reports',
  adjudicator: 'settles what coders coded otherwise',
  editor: 'releases editions',
  admin: 'looks after people',
};

/** The people who sign in: who they are, what each may do, and how they come in. */
export function PeopleView() {
  const { value, error, reload } = useLoaded<{ people: readonly Account[] }>('/people');
  const [invited, setInvited] = useState<Invited | undefined>(undefined);
  const { isTeam } = useSession();
  if (value === undefined) return <Waiting error={error} />;
  const tell = (made: Invited | undefined): void => {
    setInvited(made);
    void reload();
  };
  return (
    <main>
      <h1>People</h1>
      <p class="note">
        {isTeam
          ? 'Whoever is here signs in, and may do what the role says and all that stands before it. A name stands in the log for good.'
          : 'This room is open to you alone. People you add here sign in once it is started with --team.'}
      </p>
      <AddPerson onMade={tell} />
      {invited === undefined ? null : <Invitation invited={invited} />}
      <ul class="people">
        {value.people.map((person) => (
          <PersonLine key={person.id} person={person} onInvited={tell} />
        ))}
      </ul>
    </main>
  );
}

/** An address that lets somebody choose a password; it is shown once. */
interface Invited {
  readonly name: string;
  readonly address: string;
}

function Invitation({ invited: { name, address } }: { readonly invited: Invited }) {
  return (
    <p class="made-once" role="status">
      {`Send this to ${name}; it is good once and for a week, and is not shown again:`}
      <code>{address}</code>
      <button
        type="button"
        class="plain"
        onClick={() => void navigator.clipboard.writeText(address).then(() => say('copied'))}
      >
        copy
      </button>
    </p>
  );
}

const inviteBy = (name: string, invitation: string): Invited => ({ name, address: location.origin + invitation });

function RoleChoice({
  role,
  onRole,
  label,
}: {
  readonly role: Role;
  readonly onRole: (role: Role) => void;
  readonly label: string;
}) {
  return (
    <select aria-label={label} value={role} onChange={(event) => onRole(event.currentTarget.value as Role)}>
      {roles.map((one) => (
        <option value={one}>{`${one}: ${mayWords[one]}`}</option>
      ))}
    </select>
  );
}

function AddPerson({ onMade }: { readonly onMade: (invited: Invited) => void }) {
  const [name, setName] = useState('');
  const [signIn, setSignIn] = useState('');
  const [role, setRole] = useState<Role>('coder');
  const add = (): void =>
    void post<{ invitation: string }>('/people', { name, role, ...(signIn === '' ? {} : { signIn }) }).then(
      ({ invitation }) => {
        onMade(inviteBy(name, invitation));
        setName('');
        setSignIn('');
      },
      (refused: Error) => say(refused.message),
    );
  return (
    <form
      class="fields"
      aria-label="Add a person"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label class="field narrow-field">
        <span>Name, as the log says it</span>
        <input
          type="text"
          required
          maxLength={80}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class="field narrow-field">
        <span>Signs in as</span>
        <input
          type="text"
          placeholder="from the name"
          maxLength={120}
          value={signIn}
          onInput={(event) => setSignIn(event.currentTarget.value)}
        />
      </label>
      <div class="field">
        <span aria-hidden="true">May</span>
        <RoleChoice role={role} onRole={setRole} label="Role" />
      </div>
      <p class="act-foot">
        <button type="submit">Add</button>
      </p>
    </form>
  );
}

function sayWays({ hasPassword, issuers, invitedUntil, disabledAt }: Account): string {
  if (disabledAt !== undefined) return `may not come in since ${formatDay(disabledAt)}`;
  const ways = [hasPassword ? 'password' : '', ...issuers.map((issuer) => new URL(issuer).host)].filter(
    (way) => way !== '',
  );
  if (invitedUntil !== undefined) ways.push(`invited, until ${formatDay(invitedUntil)}`);
  return ways.length === 0 ? 'cannot come in yet' : ways.join(' · ');
}

function PersonLine({
  person,
  onInvited,
}: {
  readonly person: Account;
  readonly onInvited: (invited: Invited | undefined) => void;
}) {
  const { id, name, signIn, role, unveils, disabledAt } = person;
  const path = `/people/${encodeURIComponent(id)}`;
  const change = (changed: object, words: string): void =>
    void post(path, changed).then(
      () => {
        say(words);
        onInvited(undefined);
      },
      (refused: Error) => {
        say(refused.message);
        onInvited(undefined);
      },
    );
  const isOut = disabledAt !== undefined;
  return (
    <li class={isOut ? 'undone' : ''}>
      <p>
        <b>{name}</b> <span class="note">{`${signIn} · ${sayWays(person)}`}</span>
      </p>
      <p class="tools">
        <RoleChoice
          role={role}
          label={`Role of ${name}`}
          onRole={(next) => change({ role: next }, `${name} is ${next} now.`)}
        />
        <label>
          <input
            type="checkbox"
            checked={unveils}
            onChange={(event) =>
              change(
                { unveils: event.currentTarget.checked },
                `${name}: ${event.currentTarget.checked ? 'may see names' : 'names are veiled'}.`,
              )
            }
          />{' '}
          may see names of private persons
        </label>
        {isOut ? null : <WayIn person={person} path={path} onInvited={onInvited} />}
        <Linked person={person} path={path} onDone={() => onInvited(undefined)} />
        <button
          type="button"
          class="plain"
          aria-label={isOut ? `let in again: ${name}` : `keep out: ${name}`}
          onClick={() =>
            change({ disabled: !isOut }, isOut ? `${name} may come in again.` : `${name} may not come in any more.`)
          }
        >
          {isOut ? 'let in again' : 'keep out'}
        </button>
      </p>
    </li>
  );
}

interface LinkedProps {
  readonly person: Account;
  readonly path: string;
  readonly onDone: () => void;
}

/** The accounts of other places that somebody comes in by, to be taken away. */
function Linked({ person: { name, issuers }, path, onDone }: LinkedProps) {
  const unlink = (issuer: string): void =>
    void post(`${path}/unlink`, { issuer }).then(
      () => {
        say(`${name} does not come in by ${new URL(issuer).host} any more.`);
        onDone();
      },
      (refused: Error) => say(refused.message),
    );
  return (
    <>
      {issuers.map((issuer) => (
        <button
          type="button"
          class="plain"
          aria-label={`unlink ${new URL(issuer).host}: ${name}`}
          onClick={() => unlink(issuer)}
        >
          {`unlink ${new URL(issuer).host}`}
        </button>
      ))}
    </>
  );
}

interface WayInProps {
  readonly person: Account;
  readonly path: string;
  readonly onInvited: (invited: Invited) => void;
}

/** What is done about how a person comes in. */
function WayIn({ person: { name }, path, onInvited }: WayInProps) {
  const invite = (): void =>
    void post<{ invitation: string }>(`${path}/invitation`).then(
      ({ invitation }) => onInvited(inviteBy(name, invitation)),
      (refused: Error) => say(refused.message),
    );
  return (
    <>
      <button type="button" class="plain" aria-label={`new password for ${name}`} onClick={invite}>
        new password
      </button>
      <button
        type="button"
        class="plain"
        aria-label={`sign out: ${name}`}
        onClick={() =>
          void post(`${path}/sign-out`).then(
            () => say(`${name} is signed out everywhere.`),
            (refused: Error) => say(refused.message),
          )
        }
      >
        sign out
      </button>
    </>
  );
}
