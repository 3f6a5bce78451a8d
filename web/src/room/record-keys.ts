import { useRef } from 'preact/hooks';
import type { Attribute } from '../../../src/model/index.ts';
import type { PageView } from '../../../src/publish/html/view.ts';
import type { Act } from './acts.ts';
import { post } from './api.ts';
import { type Handlers, useActions } from './keys.ts';
import type { KeptAnswer, OnKept, RecordAnswer } from './record.tsx';
import { goTo, usePlace } from './route.ts';
import { say } from './shell.tsx';
import { focusOn, focusOpen, type Spot, spotOf, stepSpot } from './spots.ts';
import { findSelection, lightClaim } from './texts.ts';

/** Accept a reading; where it is what stands, at once and without a question. */
export type Accept = (attribute: Attribute, claims: readonly string[]) => Promise<void>;

/** Make what accepts a reading that stands. */
export function useAccept({ incident, hash }: RecordAnswer, onKept: OnKept): Accept {
  const seen = useRef(hash);
  seen.current = hash;
  return async (attribute, claims) => {
    const request = { action: 'accept', target: `${incident}.${attribute}`, claims };
    const path = `/incidents/${encodeURIComponent(incident)}/decisions`;
    await post<KeptAnswer>(path, { request, seen: seen.current }).then(
      (kept) => onKept(kept, `${attribute} accepted as it stands · u takes it back`),
      (refused: Error) => say(refused.message),
    );
  };
}

interface KeyWork {
  readonly view: PageView;
  readonly begin: (act: Act) => void;
  readonly accept: Accept;
  readonly onKept: OnKept;
  /** The decision kept last, which may not be in the record yet. */
  readonly last: { current: string | undefined };
  /** Accepting, one after the other. */
  readonly turn: { current: Promise<void> };
  /** Otherwise keys only go from line to line. */
  readonly mayDecide: boolean;
}

/** Decide by keys. */
export function useRecordKeys(record: RecordAnswer, work: KeyWork): void {
  const place = usePlace();
  const { begin, view } = work;
  const looking: Handlers = {
    next: () => stepSpot(1),
    back: () => stepSpot(-1),
    text: () => {
      if (document.activeElement?.closest('#texts')) return focusBack();
      const [claim] = spotOf()?.claims ?? [];
      if (claim !== undefined) lightClaim(claim, true);
    },
  };
  const deciding: Handlers = {
    ...actOnSpot(work, place),
    add: () => {
      const words = findSelection(view);
      begin({ action: 'add-claim', ...(words && { words }) });
    },
    merge: () => begin({ action: 'merge' }),
    split: () => begin({ action: 'split' }),
    copy: () => begin({ action: 'copy-of' }),
    date: () => begin({ action: 're-date' }),
    place: () => begin({ action: 're-place' }),
    note: () => begin({ action: 'note' }),
    assign: () => begin({ action: 'assign' }),
    second: () => goTo(`/code/${encodeURIComponent(record.incident)}`),
    undo: () => undoLast(record, work),
    queue: () => goOn(place),
  };
  useActions(work.mayDecide ? { ...looking, ...deciding } : looking);
}

async function acceptSpot({ begin, accept }: KeyWork, place: URL): Promise<void> {
  const spot = spotOf();
  if (spot?.attribute === undefined) return stepSpot(1);
  const { attribute, claims, isAccepted, element } = spot;
  if (!isAccepted) return begin({ action: 'accept', attribute, claims });
  // The queue would give the same record again for as long as something of it is open.
  if (element.querySelector('[data-settled]') !== null) return focusOpen() ? undefined : goOn(place);
  if (claims.length === 0) return stepSpot(1);
  await accept(attribute, claims);
  focusOn(attribute, 1);
}

/** Actions on the line that keys are at. */
function actOnSpot(work: KeyWork, place: URL): Handlers {
  const { begin } = work;
  const at = (act: (spot: Spot, attribute: Attribute) => void) => () => {
    const spot = spotOf();
    if (spot?.attribute === undefined) stepSpot(1);
    else act(spot, spot.attribute);
  };
  return {
    // Pressed again before the first is kept, it waits, and acts on the line that is then come to.
    accept: () => {
      work.turn.current = work.turn.current.then(() => acceptSpot(work, place));
    },
    override: at((_spot, attribute) => begin({ action: 'override', attribute })),
    open: at((_spot, attribute) => begin({ action: 'cannot-tell', attribute })),
    reject: at(({ claims }, attribute) => claims.length > 0 && begin({ action: 'reject', attribute, claims })),
    move: at(({ claims }, attribute) => claims.length > 0 && begin({ action: 'move', attribute, claims })),
  };
}

export function undoLast({ decisions }: RecordAnswer, { onKept, last }: KeyWork): void {
  const id = last.current ?? decisions.toSorted((a, b) => a.seq - b.seq).at(-1)?.decision.id;
  if (id === undefined) {
    say('Nothing was decided here.');
    return;
  }
  post<KeptAnswer>(`/decisions/${encodeURIComponent(id)}/undo`).then(
    async (kept) => {
      await onKept(kept, 'Taken back; both stay in the log.');
      last.current = undefined;
    },
    (refused: Error) => say(refused.message),
  );
}

function goOn({ searchParams }: URL): void {
  const queue = searchParams.get('queue');
  goTo(`/queue?next${queue === null || queue === 'all' ? '' : `&doubt=${queue}`}`);
}

function focusBack(): void {
  document.getElementById('texts')?.classList.remove('raised');
  (document.querySelector<HTMLElement>('.cursor') ?? document.querySelector<HTMLElement>('.claim.on .quote'))?.focus();
}
