import { getEventListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { untilAborted } from './abort.ts';

/** Counts up for ever, and says when it was told to end. */
function makeCounter(milliseconds: number) {
  const state = { asked: 0, ended: false };
  async function* count() {
    try {
      for (;;) {
        state.asked += 1;
        await pause(milliseconds);
        yield state.asked;
      }
    } finally {
      state.ended = true;
    }
  }
  return { state, source: count() };
}

describe('untilAborted', () => {
  it('hands everything on where nothing aborts', async () => {
    const given = async function* () {
      yield* [1, 2, 3];
    };
    for (const signal of [undefined, new AbortController().signal]) {
      const got = [];
      for await (const one of untilAborted(given(), signal)) got.push(one);
      expect(got).toEqual([1, 2, 3]);
    }
  });

  it('throws the reason without waiting for what is under way', async () => {
    const { source } = makeCounter(60_000);
    const stop = new AbortController();
    const next = untilAborted(source, stop.signal).next();
    stop.abort(new Error('enough'));
    await expect(next).rejects.toThrow('enough');
  });

  it('asks for nothing where the signal was given aborted', async () => {
    const { source, state } = makeCounter(0);
    await expect(untilAborted(source, AbortSignal.abort()).next()).rejects.toThrow('aborted');
    expect(state.asked).toBe(0);
  });

  it('ends the source where whoever reads it stops', async () => {
    const { source, state } = makeCounter(0);
    for await (const one of untilAborted(source, new AbortController().signal)) if (one === 3) break;
    expect(state).toEqual({ asked: 3, ended: true });
  });

  it('leaves no listener behind', async () => {
    const { source } = makeCounter(0);
    const { signal } = new AbortController();
    for await (const one of untilAborted(source, signal)) if (one === 2) break;
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('throws what the source throws', async () => {
    const broken = async function* () {
      yield 1;
      throw new Error('broken');
    };
    const got = async () => {
      for await (const _ of untilAborted(broken(), new AbortController().signal));
    };
    await expect(got()).rejects.toThrow('broken');
  });
});
