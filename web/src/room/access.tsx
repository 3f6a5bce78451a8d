import type { AccessKind, AccessLine } from '../../../src/service/index.ts';
import { useLoaded } from './load.ts';
import { Waiting } from './waiting.tsx';

const kindWords: Readonly<Record<AccessKind, string>> = {
  'signed-in': 'signed in',
  'sign-in-failed': 'could not sign in',
  'signed-out': 'signed out',
  invited: 'invited',
  'password-set': 'set a password',
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

/** Say what is worth saying of the detail of a line. */
function sayDetail({ detail }: AccessLine): readonly string[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    if (name === 'incident' || name === 'hash' || value === false) return [];
    const words = Array.isArray(value) ? value.join(', ') : String(value).replace(/T\d\d:.*Z$/, '');
    return name === 'why' || name === 'reason' || name === 'how' ? [words] : [`${name} ${words}`];
  });
}
