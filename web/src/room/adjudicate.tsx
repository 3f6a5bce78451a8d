import { useState } from 'preact/hooks';
import type { CountAttribute } from '../../../src/model/index.ts';
import { attributeNames } from '../../../src/publish/wording/labels.ts';
import type { AgreementReport, CodedValue } from '../../../src/service/index.ts';
import { post } from './api.ts';
import { readCoded, sayCoded } from './blind.tsx';
import { sayFigure } from './figures.tsx';
import { useLoaded } from './load.ts';
import type { RecordAnswer } from './record.tsx';
import { goTo } from './route.ts';
import { say } from './shell.tsx';
import { Waiting } from './waiting.tsx';

interface AdjudicateProps {
  readonly incident: string;
  readonly attribute: CountAttribute;
}

/** Two codings as columns, and beside them the figure that is to stand: empty until it is taken from one of them or written. */
export function AdjudicateView({ incident, attribute }: AdjudicateProps) {
  const path = `/incidents/${encodeURIComponent(incident)}`;
  const { value: record, error } = useLoaded<RecordAnswer>(path);
  const { value: report } = useLoaded<AgreementReport>('/agreement');
  if (record === undefined || report === undefined) return <Waiting error={error} />;
  const codings =
    report.disagreements.find((one) => one.incident === incident && one.attribute === attribute)?.codings ?? [];
  const stands = record.row?.figures[attribute];
  return (
    <main class="wide-view">
      <p class="crumb note">
        <a href="/agreement">‹ agreement</a>
        {' · '}
        <a href={path}>the record and its reports</a>
      </p>
      <h1>{record.row?.title ?? ''}</h1>
      <p class="where-when">{attributeNames[attribute]}</p>
      {codings.length === 0 ? (
        <p class="note">Nobody codes it otherwise than another.</p>
      ) : (
        <Columns {...{ record, path, attribute, codings }} stands={stands === undefined ? 'none' : sayFigure(stands)} />
      )}
    </main>
  );
}

interface ColumnsProps {
  readonly record: RecordAnswer;
  readonly path: string;
  readonly attribute: CountAttribute;
  readonly codings: readonly { readonly who: string; readonly value: CodedValue }[];
  readonly stands: string;
}

function Columns({ record, path, attribute, codings, stands }: ColumnsProps) {
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const value = readCoded(typed);
  const keep = (): void =>
    void post(`${path}/adjudication`, { attribute, value, reason, seen: record.hash }).then(
      () => {
        say(`${attributeNames[attribute]}: settled as ${value === undefined ? '' : sayCoded(value)}`);
        goTo('/agreement');
      },
      (refused: Error) => say(refused.message),
    );
  return (
    <form
      class="columns"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      {codings.map((coding) => (
        <div class="column">
          <p class="note">{coding.who}</p>
          <p class="figure">{sayCoded(coding.value)}</p>
          <button
            type="button"
            class="plain"
            onClick={() => setTyped(coding.value === 'unknown' ? '?' : sayCoded(coding.value))}
          >
            {`take what ${coding.who} codes`}
          </button>
        </div>
      ))}
      <div class="column settled">
        <p class="note">{`To stand; now ${stands}`}</p>
        <label class="field">
          <span>Figure, least–most, or ?</span>
          <input type="text" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>Reason</span>
          <input type="text" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
        <p class="act-foot">
          <button type="submit" disabled={value === undefined || reason.trim() === ''}>
            Settle
          </button>
        </p>
      </div>
    </form>
  );
}
