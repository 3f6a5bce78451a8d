import { useState } from 'preact/hooks';
import type { Edition } from '../../../src/model/index.ts';
import { post } from './api.ts';
import type { RecordAnswer } from './record.tsx';
import { say, useMay, useSession } from './shell.tsx';

interface UnveilProps {
  readonly record: RecordAnswer;
  readonly onNames: (edition: Edition) => void;
}

/** Ask for the names in a record, saying why; offered to whoever was given that right, where names are veiled. */
export function Unveil({ record, onNames }: UnveilProps) {
  const { person } = useSession();
  const mayDecide = useMay('coder');
  const [reason, setReason] = useState<string | undefined>(undefined);
  const isVeiled = record.edition.articles.some(({ text }) => text.includes('█'));
  if (person.unveils !== true || !mayDecide || !isVeiled) return null;
  if (reason === undefined)
    return (
      <p class="tools">
        <button type="button" class="plain" onClick={() => setReason('')}>
          show names of private persons
        </button>
      </p>
    );
  return (
    <form
      class="fields"
      aria-label="Show names"
      onSubmit={(event) => {
        event.preventDefault();
        const path = `/incidents/${encodeURIComponent(record.incident)}/unveil`;
        post<{ edition: Edition }>(path, { reason }).then(
          ({ edition }) => {
            onNames(edition);
            setReason(undefined);
            say('Names are shown until you leave; that you saw them, and why, stands in the log of access.');
          },
          (refused: Error) => say(refused.message),
        );
      }}
    >
      <label class="field">
        <span>Why you need the names; it is logged</span>
        <input
          type="text"
          required
          maxLength={1000}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <p class="act-foot">
        <button type="submit">Show them</button>{' '}
        <button type="button" class="plain" onClick={() => setReason(undefined)}>
          leave
        </button>
      </p>
    </form>
  );
}
