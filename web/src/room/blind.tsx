import { useEffect, useState } from 'preact/hooks';
import type { CountAttribute } from '../../../src/model/index.ts';
import { Texts } from '../../../src/publish/html/article.tsx';
import { viewEdition } from '../../../src/publish/html/view.ts';
import { attributeNames } from '../../../src/publish/wording/labels.ts';
import type { BlindSheet, CodedValue } from '../../../src/service/index.ts';
import { post } from './api.ts';
import { useLoaded } from './load.ts';
import { goTo } from './route.ts';
import { say } from './shell.tsx';
import { TextBar } from './text-bar.tsx';
import { followWords, openText } from './texts.ts';
import { Waiting } from './waiting.tsx';

/** Read what is typed: a count, the least and the most, or "?" where nobody can tell; undefined for nothing yet. */
export function readCoded(typed: string): CodedValue | undefined {
  const words = typed.trim();
  if (words === '?') return 'unknown';
  const found = /^(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?$/.exec(words);
  if (found === null) return undefined;
  return found[2] === undefined ? Number(found[1]) : [Number(found[1]), Number(found[2])];
}

/** Print a coded value: "12", "8–12", "cannot tell". */
export function sayCoded(value: CodedValue): string {
  if (value === 'unknown') return 'cannot tell';
  return typeof value === 'number' ? String(value) : `${value[0]}–${value[1]}`;
}

/** Code an incident from its reports alone, without seeing what others made of them. */
export function BlindView({ incident }: { readonly incident: string }) {
  const path = `/incidents/${encodeURIComponent(incident)}/blind`;
  const { value: sheet, error } = useLoaded<BlindSheet>(path);
  if (sheet === undefined) return <Waiting error={error} />;
  return <Sheet sheet={sheet} path={path} />;
}

function Sheet({ sheet, path }: { readonly sheet: BlindSheet; readonly path: string }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const view = viewEdition(sheet.edition);
  useEffect(() => openText(undefined), [sheet]);
  useEffect(() => {
    document.querySelector<HTMLInputElement>('.blind input')?.focus();
    document.addEventListener('click', followWords);
    return () => document.removeEventListener('click', followWords);
  }, []);
  const values = Object.fromEntries(
    sheet.asked.flatMap((name) => {
      const value = readCoded(typed[name] ?? '');
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const keep = (): void =>
    void post(path, { values }).then(
      () => {
        say('Kept as your coding; nobody sees it before they have coded.');
        goTo('/agreement');
      },
      (refused: Error) => say(refused.message),
    );
  return (
    <div class="sheet">
      <main class="record-view blind">
        <p class="crumb note">
          <a href="/queue">‹ queue</a> · coded blind: from the reports alone
        </p>
        <h1>{sheet.title}</h1>
        <p class="note">A count, the least and the most as 8–12, or ? where the reports do not allow to say.</p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          {sheet.asked.map((name) => (
            <CodeField
              name={name}
              typed={typed[name] ?? ''}
              onInput={(words) => setTyped((old) => ({ ...old, [name]: words }))}
            />
          ))}
          <p class="act-foot">
            <button type="submit" disabled={Object.keys(values).length < sheet.asked.length}>
              Keep my coding
            </button>
          </p>
        </form>
      </main>
      <aside id="texts" aria-label="The reports">
        <TextBar view={view} hint="" />
        <Texts view={view} />
      </aside>
    </div>
  );
}

interface CodeFieldProps {
  readonly name: CountAttribute;
  readonly typed: string;
  readonly onInput: (words: string) => void;
}

function CodeField({ name, typed, onInput }: CodeFieldProps) {
  const isWrong = typed.trim() !== '' && readCoded(typed) === undefined;
  return (
    <label class="field code-field">
      <span>{attributeNames[name]}</span>
      <input
        type="text"
        inputMode="text"
        autocomplete="off"
        value={typed}
        aria-invalid={isWrong}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {isWrong ? <span class="refused">a count, two counts, or ?</span> : null}
    </label>
  );
}
