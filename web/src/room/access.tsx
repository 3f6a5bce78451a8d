import type { AccessKind, AccessLine } from '../../../src/service/index.ts';
import { useLoaded } from './load.ts';
import { Waiting } from './waiting.tsx';

const kindWords: Readonly<Record<AccessKind, string>> = {
  'signed-in': 'signed in',
  'sign-in-failed': 'could not sign in',
  'signed-out': 'signed out',
  invited: 'invited',
  'password-set': 'set a password',
  'identity-linked': 'signs in from now on by an account of',
  'identity-unlinked': 'unlinked an account of another place of',
  'person-added': 'added',
  'person-changed': 'changed',
  'token-made': 'made a token',
  'token-withdrawn': 'withdrew a token',
  exported: 'exported',
  released: 'released',
  unveiled: 'saw the names in',
};

/** Who came in, or could not; what left the archive; whose names were seen, and why. */
export function AccessView() {
  const { value, error } = useLoaded<{ lines: readonly AccessLine[] }>('/access', { count: 500 });
  if (value === undefined) return <Waiting error={error} />;
  return (
    <main>
      <h1>Access</h1>
      <p class="note">
        Sign-ins, exports, releases, names seen and changes of people, the newest first; nothing is ever changed or
        taken out.
      </p>
      <ol class="log access">
        {value.lines.map((line) => (
          <li class={line.kind === 'sign-in-failed' ? 'failed' : ''}>
            <p>
              <b>{line.who === '' ? 'somebody' : line.who}</b> {kindWords[line.kind]}
              {line.subject === line.who ? '' : ` ${line.subject}`}
            </p>
            <p class="note">
              {[`${line.at.slice(0, 16).replace('T', ' ')} UTC`, line.address, ...sayDetail(line)]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </main>
  );
}

const detailWords: Readonly<Record<string, string>> = { signIn: 'signs in as' };
const switchWords: Readonly<Record<string, readonly [off: string, on: string]>> = {
  unveils: ['names are veiled', 'may see names'],
  disabled: ['may come in again', 'may not come in'],
};

/** Say what is worth saying of the detail of a line. */
function sayDetail({ kind, detail }: AccessLine): readonly string[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    if (name === 'incident' || name === 'hash') return [];
    if (typeof value === 'boolean') {
      const [off, on] = switchWords[name] ?? [`not ${name}`, name];
      // Whoever is added has nothing yet; only what is taken away is told.
      if (value) return [on];
      return kind === 'person-changed' ? [off] : [];
    }
    const words = Array.isArray(value) ? value.join(', ') : String(value).replace(/T\d\d:.*Z$/, '');
    return name === 'why' || name === 'reason' || name === 'how' ? [words] : [`${detailWords[name] ?? name} ${words}`];
  });
}
