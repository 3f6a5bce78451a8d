import { useEffect, useState } from 'preact/hooks';
import {
  type Attribute,
  countAttributes,
  groupBy,
  type ProofStandard,
  proofStandards,
} from '../../../src/model/index.ts';
import { openEdition } from '../../../src/publish/witnesses.ts';
import { formatValue } from '../../../src/publish/wording/figures.ts';
import { attributeNames } from '../../../src/publish/wording/labels.ts';
import type { BoardRow } from '../../../src/service/index.ts';
import { type Act, usualReasons } from './acts.ts';
import { get } from './api.ts';
import { nameRow } from './figures.tsx';
import type { RecordAnswer } from './record.tsx';
import type { Fields } from './requests.ts';
import { WhoChoice } from './who.tsx';

const pauseMs = 180;

interface FieldProps {
  readonly act: Act;
  readonly record: RecordAnswer;
  readonly fields: Fields;
  readonly setFields: (next: Partial<Fields>) => void;
}

/** What is filled in of a decision, by what is decided. */
export function ActFields(props: FieldProps) {
  const { act, fields, setFields } = props;
  const { action } = act;
  if (action === 'assign') return <WhoChoice who={fields.who} onWho={(who) => setFields({ who })} />;
  const reason = (
    <Field
      label={action === 'note' ? 'Comment' : 'Reason'}
      value={fields.reason}
      onInput={(words) => setFields({ reason: words })}
      suggestions={usualReasons[action] ?? []}
    />
  );
  // The words of an incident are many: whoever goes through them by keyboard would come to the reason last.
  if (action === 'split')
    return (
      <>
        {reason}
        <ClaimChoice {...props} />
      </>
    );
  return (
    <>
      {action === 'add-claim' ? (
        <Field
          label="Words, as they stand in the report"
          value={fields.quote}
          onInput={(quote) => setFields({ quote })}
        />
      ) : null}
      {action === 'add-claim' ? <AttributeChoice fields={fields} setFields={setFields} /> : null}
      {action === 'override' || action === 'add-claim' ? (
        <Field label="Figure, or least–most" value={fields.value} onInput={(value) => setFields({ value })} narrow />
      ) : null}
      {action === 'set-proof' ? <ProofChoice fields={fields} setFields={setFields} /> : null}
      {action === 're-date' ? (
        <Field label="Day, or FROM/TO" value={fields.date} onInput={(date) => setFields({ date })} narrow />
      ) : null}
      {action === 're-place' ? (
        <>
          <Field label="Place" value={fields.place} onInput={(place) => setFields({ place })} />
          <Field
            label="Country, two letters"
            value={fields.country}
            onInput={(country) => setFields({ country })}
            narrow
          />
        </>
      ) : null}
      {action === 'merge' || action === 'move' ? <IncidentChoice {...props} /> : null}
      {action === 'copy-of' ? <ReportChoice {...props} /> : null}
      {reason}
    </>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly narrow?: boolean;
  readonly suggestions?: readonly string[];
}

function Field({ label, value, onInput, narrow = false, suggestions = [] }: TextFieldProps) {
  const list = suggestions.length === 0 ? undefined : `list-${label}`;
  return (
    <label class={narrow ? 'field narrow-field' : 'field'}>
      <span>{label}</span>
      <input
        type="text"
        autocomplete="off"
        value={value}
        list={list}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {list === undefined ? null : (
        <datalist id={list}>
          {suggestions.map((words) => (
            <option value={words} />
          ))}
        </datalist>
      )}
    </label>
  );
}

function ProofChoice({ fields, setFields }: Pick<FieldProps, 'fields' | 'setFields'>) {
  return (
    <label class="field narrow-field">
      <span>Standard of proof that is met</span>
      <select
        value={fields.proof}
        onChange={(event) => setFields({ proof: event.currentTarget.value as ProofStandard })}
      >
        {proofStandards.map((name) => (
          <option value={name}>{name.replaceAll('-', ' ')}</option>
        ))}
      </select>
    </label>
  );
}

function AttributeChoice({ fields, setFields }: Pick<FieldProps, 'fields' | 'setFields'>) {
  return (
    <label class="field narrow-field">
      <span>What it counts</span>
      <select
        value={fields.attribute}
        onChange={(event) => setFields({ attribute: event.currentTarget.value as Attribute })}
      >
        {countAttributes.map((name) => (
          <option value={name}>{attributeNames[name]}</option>
        ))}
      </select>
    </label>
  );
}

/** Choose another incident by typing; those that are nearly the same are offered first. */
function IncidentChoice({ record, fields, setFields }: FieldProps) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly BoardRow[]>([]);
  const near = record.edition.incidents[0]?.possiblySame ?? [];
  useEffect(() => {
    const query = { words, count: 30, background: 'true', sort: 'date', descending: 'true' };
    const timer = setTimeout(
      () =>
        void get<{ rows: readonly BoardRow[] }>('/incidents', query).then(({ rows }) =>
          setFound(
            rows
              .filter(({ id }) => id !== record.incident)
              .sort((a, b) => Number(near.includes(b.id)) - Number(near.includes(a.id)))
              .slice(0, 8),
          ),
        ),
      pauseMs,
    );
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <fieldset class="field choice">
      <legend>Which incident</legend>
      <input
        type="text"
        aria-label="Words of the other incident"
        autocomplete="off"
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      {found.map((row) => (
        <label class="option">
          <input
            type="radio"
            name="other"
            checked={fields.other?.id === row.id}
            onChange={() => setFields({ other: row })}
          />{' '}
          {`${nameRow(row)}${row.date.value === null ? '' : `, ${row.date.value}`}`}
        </label>
      ))}
    </fieldset>
  );
}

/** Choose the words that are of another incident, report by report. */
function ClaimChoice({ record, fields, setFields }: FieldProps) {
  const { edition, incident } = record;
  const open = openEdition(edition);
  const own = edition.claims.filter((claim) => claim.incident === incident);
  const byArticle = groupBy(own, ({ article }) => article);
  const chosen = new Set(fields.claims);
  const set = (ids: readonly string[], isChosen: boolean): void => {
    const rest = fields.claims.filter((id) => !ids.includes(id));
    setFields({ claims: isChosen ? [...rest, ...ids] : rest });
  };
  return (
    <fieldset class="field choice claims-choice">
      <legend>Which words</legend>
      {open.witnesses.map((witness) => {
        const claims = byArticle.get(witness.article.id) ?? [];
        const ids = claims.map(({ id }) => id);
        return claims.length === 0 ? null : (
          <div>
            <label class="option">
              <input
                type="checkbox"
                checked={ids.every((id) => chosen.has(id))}
                onChange={(event) => set(ids, event.currentTarget.checked)}
              />{' '}
              <b>{`all of ${witness.siglum}, ${witness.name}`}</b>
            </label>
            {claims.map((claim) => (
              <label class="option inner">
                <input
                  type="checkbox"
                  checked={chosen.has(claim.id)}
                  onChange={(event) => set([claim.id], event.currentTarget.checked)}
                />{' '}
                {`${attributeNames[claim.attribute].toLowerCase()} ${formatValue(claim.value)}: “${claim.evidence[0]?.quote ?? ''}”`}
              </label>
            ))}
          </div>
        );
      })}
    </fieldset>
  );
}

function ReportChoice({ record, fields, setFields }: FieldProps) {
  const { witnesses } = openEdition(record.edition);
  const options = witnesses.map(({ siglum, name, article }) => (
    <option value={article.id}>{`${siglum} · ${name}`}</option>
  ));
  return (
    <>
      <label class="field">
        <span>This report</span>
        <select value={fields.copy} onChange={(event) => setFields({ copy: event.currentTarget.value })}>
          {options}
        </select>
      </label>
      <label class="field">
        <span>repeats this one</span>
        <select value={fields.of} onChange={(event) => setFields({ of: event.currentTarget.value })}>
          {options}
        </select>
      </label>
    </>
  );
}
