import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { countOf } from '../../../src/publish/wording/figures.ts';
import { attributeNames } from '../../../src/publish/wording/labels.ts';
import type { BulkOutcome, BulkPreview } from '../../../src/service/index.ts';
import { post, type Refused } from './api.ts';
import { nameRow, sayFigure } from './figures.tsx';
import { say } from './shell.tsx';

interface BulkProps {
  readonly query: Readonly<Record<string, unknown>>;
  readonly onLeave: () => void;
}

/** Show what accepting all that a filter shows would settle, and accept it. */
export function BulkAccept({ query, onLeave }: BulkProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [preview, setPreview] = useState<BulkPreview | undefined>(undefined);
  useEffect(() => {
    dialog.current?.showModal();
    post<BulkPreview>('/bulk/preview', query).then(setPreview, (refused: Refused) => {
      say(refused.message);
      onLeave();
    });
  }, []);
  // At once, not after the paint: what is shown can be accepted by Enter, which would leave from the other button.
  useLayoutEffect(() => dialog.current?.querySelector<HTMLElement>('button[type=submit]')?.focus(), [preview]);
  const accept = (): void => {
    const seen = (preview?.lines ?? []).map(({ row, hash }) => ({ incident: row.id, hash }));
    post<{ outcomes: readonly BulkOutcome[] }>('/bulk/accept', { seen }).then(({ outcomes }) => {
      const refused = outcomes.filter((one) => one.refused !== undefined);
      const figures = outcomes.reduce((sum, one) => sum + one.accepted, 0);
      const left = refused.length === 0 ? '' : ` · ${countOf(refused.length, 'incident')} changed meanwhile and left`;
      say(`${countOf(figures, 'figure')} accepted as they stand${left} · each can be taken back in the log`);
      onLeave();
    });
  };
  return (
    <dialog ref={dialog} class="bulk" aria-label="Accept all that is shown" onClose={onLeave}>
      <p class="act-title">Accept all that is shown</p>
      {preview === undefined ? <p class="waiting">…</p> : <BulkLines preview={preview} />}
      <p class="act-foot">
        {preview === undefined || preview.lines.length === 0 ? null : (
          <button type="submit" onClick={accept}>{`Accept ${countOf(preview.lines.length, 'incident')}`}</button>
        )}{' '}
        <button type="button" class="plain" onClick={onLeave}>
          leave <kbd>Escape</kbd>
        </button>
      </p>
    </dialog>
  );
}

function BulkLines({ preview }: { readonly preview: BulkPreview }) {
  const { total, lines } = preview;
  return (
    <>
      <p class="note">
        {`${countOf(total, 'incident')} with an open figure fit; disputed ones are never accepted this way. `}
        {lines.length < total ? `These are the first ${lines.length}. ` : ''}No figure changes by it.
      </p>
      <ul class="bulk-lines">
        {lines.map(({ row, attributes }) => (
          <li>
            {nameRow(row)}
            <span class="moved">
              {attributes
                .map((name) => {
                  const attribute = name as keyof typeof row.figures;
                  return `${attributeNames[attribute].toLowerCase()} ${sayFigure(row.figures[attribute])}`;
                })
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
