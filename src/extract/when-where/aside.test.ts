import { describe, expect, it } from 'vitest';
import { readDraftSentences } from '../../../test/kits/report-texts.ts';
import type { Scene } from '../scenes/scene.ts';
import { decideAside } from './aside.ts';
import type { Decision } from './decide.ts';
import { undecided } from './index.ts';

function sceneOf(text: string): Scene {
  return { main: false, sentences: readDraftSentences({ text }).map((sentence) => ({ sentence, triggers: [] })) };
}

/** A decision for the first place that a text names, as if it had been weighed so heavily. */
function weigh(text: string, probability: number): Decision {
  const [place] = decideAside(undecided, sceneOf(text)).places;
  if (place === undefined) throw new Error(`no place in ${text}`);
  return { ...undecided, places: [{ ...place, probability }] };
}

function placeOf(decision: Decision): string | undefined {
  return decision.places[0]?.value.name;
}

const inHull = 'A fire killed eight people in Hull in 2019.';

describe('decideAside', () => {
  it('takes what was weighed where the happening is told with it', () => {
    const weighed = weigh(inHull, 0.4);
    expect(decideAside(weighed, sceneOf(inHull)).places).toBe(weighed.places);
  });

  it('gives up a place told elsewhere for one told with it', () => {
    expect(placeOf(decideAside(weigh('Two people were killed in Leeds in 2018.', 0.9), sceneOf(inHull)))).toBe('Hull');
  });

  it('takes a place told elsewhere where none is told with it', () => {
    const alone = sceneOf('A fire killed eight people in 2019.');
    expect(placeOf(decideAside(weigh('Two people were killed in Leeds in 2018.', 0.4), alone))).toBe('Leeds');
  });

  it('dates it by its own words where nothing was weighed', () => {
    const [time] = decideAside(undecided, sceneOf(inHull)).times;
    expect(time?.best.time.value?.edtf).toBe('2019');
  });

  it('gives up a day told elsewhere for one told with it, and takes it where none is', () => {
    const { times } = decideAside(undecided, sceneOf('A raid killed two people in Leeds in 2016.'));
    const day = (text: string) => decideAside({ ...undecided, times }, sceneOf(text)).times[0]?.best.time.value?.edtf;
    // Both texts have one sentence each; the weighed time stands in another one.
    const far = times.map((one) => ({ ...one, best: { ...one.best, view: { ...one.best.view, index: 9 } } }));
    expect(decideAside({ ...undecided, times: far }, sceneOf(inHull)).times[0]?.best.time.value?.edtf).toBe('2019');
    expect(day('A fire killed eight people in Hull.')).toBe('2016');
  });

  it('has no day where none is told', () => {
    expect(decideAside(undecided, sceneOf('A fire killed eight people in Hull.')).times).toEqual([]);
  });
});
