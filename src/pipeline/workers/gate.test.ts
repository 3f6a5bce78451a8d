import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaults, type Settings } from '../settings.ts';
import { makeGate, noteBegun, passGate, shutGate, watchTask } from './gate.ts';
import { createPool, TaskGivenUp } from './pool.ts';

describe('the gate', () => {
  it('is shut only once nobody is passing', async () => {
    const gate = makeGate();
    const done: string[] = [];
    const passing = passGate(gate, async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      done.push('passed');
    });
    await shutGate(gate).then(() => done.push('shut'));
    await passing;
    expect(done).toEqual(['passed', 'shut']);
  });

  it('opens again after a failure', async () => {
    const gate = makeGate();
    await expect(passGate(gate, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await passGate(gate, async () => 'through')).toBe('through');
  });

  it('lets a thread be ended while its network is busy', async () => {
    const text = `Rail depot\n\n${'Two guards were hurt at the depot near the old quay on Monday, the mayor said. '.repeat(7000)}`;
    const input = { bytes: new TextEncoder().encode(text), path: 'long.txt' };
    const settings: Settings = {
      ...defaults,
      reader: 'deep',
      annotate: { ...defaults.annotate, everySentence: true },
      limits: { ...defaults.limits, maxSecondsPerDocument: 5 },
    };
    const context = { now: '2024-05-14T00:00:00Z', seed: 0 };
    const pool = await createPool({ settings, context, until: 'readings' }, 1);
    try {
      await expect(pool.perform({ kind: 'input', input })).rejects.toThrow(TaskGivenUp);
    } finally {
      await pool.close();
    }
  }, 60_000);
});

describe('the time a task may take', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is counted from when the task itself begins, however late a slow load lets it', () => {
    const gate = makeGate();
    const end = vi.fn();
    watchTask(gate, 5000, end);
    vi.advanceTimersByTime(64_900);
    noteBegun(gate);
    vi.advanceTimersByTime(4990);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it.each([1, 3000, 4999, 5000, 5001])('is the same where it begins after %i ms', (delay) => {
    const gate = makeGate();
    const end = vi.fn();
    watchTask(gate, 5000, end);
    vi.advanceTimersByTime(delay);
    noteBegun(gate);
    vi.advanceTimersByTime(4998);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(4);
    expect(end).toHaveBeenCalled();
  });

  it('is not counted for a task that is done', () => {
    const gate = makeGate();
    const end = vi.fn();
    const stop = watchTask(gate, 5000, end);
    noteBegun(gate);
    vi.advanceTimersByTime(100);
    stop();
    vi.advanceTimersByTime(100_000);
    expect(end).not.toHaveBeenCalled();
  });
});
