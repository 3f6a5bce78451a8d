import { claimKinds } from '../../../src/publish/html/article.tsx';
import type { PageView } from '../../../src/publish/html/view.ts';
import { openText } from './texts.ts';

interface TextBarProps {
  readonly view: PageView;
  readonly hint: string;
  /** Begin a figure of the words that are selected. */
  readonly onAdd?: () => void;
}

/** What stands above the reports: which one is shown, and how claims are underlined. */
export function TextBar({ view, hint, onAdd }: TextBarProps) {
  return (
    <div class="bar">
      <div class="controls">
        <select id="text-choice" aria-label="Report shown" onChange={(event) => openText(event.currentTarget.value)}>
          {view.witnesses.map(({ siglum, name, day }) => (
            <option value={siglum}>{`${siglum} · ${name}${day === undefined ? '' : `, ${day}`}`}</option>
          ))}
        </select>
        <button
          type="button"
          class="close"
          onClick={() => document.getElementById('texts')?.classList.remove('raised')}
        >
          Back to the record
        </button>
      </div>
      {hint === '' ? null : (
        <p class="key">
          {Object.entries(claimKinds).map(([kind, words]) => (
            <>
              <span class={`lit ${kind}`}>{words}</span>{' '}
            </>
          ))}
        </p>
      )}
      {hint === '' ? null : (
        <p class="told">
          {hint}{' '}
          {onAdd === undefined ? null : (
            // What is pressed would else be all that is selected.
            <button type="button" class="plain" onMouseDown={(event) => event.preventDefault()} onClick={onAdd}>
              a figure that was not read <kbd>n</kbd>
            </button>
          )}
        </p>
      )}
    </div>
  );
}
