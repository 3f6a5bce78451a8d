import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReading, town, weekday } from '../../test/kits/link-documents.ts';
import type { ArticleReading, Linked } from '../model/index.ts';
import { defaults, type Known, Linker, link } from './index.ts';

const context = { now: '2030-01-01T00:00:00Z', seed: 0 };
const towns = ['Velmora', 'Ostrel', 'Terrick'];
const hosts = ['courier', 'post', 'quill', 'gazette'];
const days = ['Friday', 'Monday'];
const persons = ['Orsolya Trent', 'Piet Vanderel', 'Maren Tolvik', 'Ilse Corran', 'Bram Oostel', 'Tove Lindqua'];
const venues = ['cannery', 'old viaduct', 'foundry', 'chapel', 'upper kilns', 'lighthouse'];
const scenes = [
  'A barge had moored beside the lockkeeper and his geese that evening',
  'Beekeepers were weighing their harvest under the viaduct at dusk',
  'The glassblowers had just opened their furnace to visiting pupils',
  'Rehearsals of the brass quintet had ended in the chapel upstairs',
  'Potters from the upland hamlets were unloading kilns and wagons',
  'A regatta of dinghies was rounding the lighthouse in heavy squalls',
];
const plea = 'Thank you for visiting and please register today to keep reading our reports';

/** Report number `at` of a small press that tells of shootings, some of them the same one. */
function reportOf(at: number): ArticleReading {
  const happening = Math.floor(at / 3);
  const [place, person, day] = [towns[happening % 3] ?? '', persons[happening] ?? '', days[happening % 2] ?? ''];
  const venue = venues[happening] ?? '';
  const words = `${person} was shot in ${place} on ${day} near the ${venue}.`;
  const published = new Date(Date.UTC(2031, 2, 4 + happening * 9 + (at % 3))).toISOString().slice(0, 10);
  return makeReading({
    headline: `Shooting in ${place}`,
    outlet: hosts[at % 4] ?? '',
    url: `https://${hosts[at % 4]}.example/${at}`,
    ...(at % 5 === 4 ? {} : { published }),
    paragraphs: [
      words,
      `Neighbour ${persons[at % 3]} heard shots. Report ${at} of ${place}.`,
      scenes[happening] ?? '',
      plea,
    ],
    mentions: [
      {
        words,
        main: true,
        type: 'shooting',
        when: [weekday(day, day === 'Friday' ? 5 : 1)],
        where: [town(place)],
        venues: [venue],
      },
    ],
  });
}

const readings = Array.from({ length: 18 }, (_, at) => reportOf(at));
/** So short reports share more of their words than true ones do. */
const strict = { ...defaults, stories: { ...defaults.stories, joinScore: 0.5 } };
/** Low bounds, so that a small press wears out names and words as a big one does. */
const worn = {
  ...strict,
  stories: { ...strict.stories, maxNameHolders: 1, maxWordHolders: 3, maxBandHolders: 2 },
  incidents: { ...defaults.incidents, maxKeyHolders: 4, maxWordHolders: 3 },
};

function linkInBatches(order: readonly number[], cuts: readonly number[], options: typeof defaults): Linked {
  const linker = new Linker(options);
  const ends = [...new Set([...cuts, order.length])].sort((x, y) => x - y);
  let from = 0;
  for (const end of ends) {
    linker.add(order.slice(from, end).flatMap((at) => readings[at] ?? []));
    from = end;
  }
  return linker.linked().value;
}

function knownOf({ stories, incidents }: Linked): Known {
  return {
    stories: stories.map(({ id, articles }) => ({ id, members: articles })),
    incidents: incidents.map(({ id, mentions }) => ({ id, members: mentions })),
  };
}

describe('Linker', () => {
  it('comes to the same result in any order and any batches', () => {
    const orders = fc.shuffledSubarray([...readings.keys()], { minLength: readings.length });
    const cuts = fc.array(fc.nat(readings.length), { maxLength: readings.length });
    for (const options of [strict, worn]) {
      const wanted = link(readings, options, context).value;
      expect(wanted.stories.length).toBeGreaterThan(2);
      expect(wanted.stories.length).toBeLessThan(readings.length);
      fc.assert(
        fc.property(orders, cuts, (order, ends) => {
          expect(linkInBatches(order, ends, options)).toEqual(wanted);
        }),
        { numRuns: 12 },
      );
    }
  });

  it('keeps the ids of what it had when any one more report is read, however early its date', () => {
    let moved = 0;
    for (const late of readings.keys()) {
      const before = link(
        readings.filter((_, at) => at !== late),
        strict,
        context,
      ).value;
      const after = link(readings, strict, context, knownOf(before)).value;
      const merged = new Set(after.regrouped?.flatMap((each) => (each.change === 'merged' ? each.before : [])));
      const regrouped = new Set(after.regrouped?.flatMap((each) => each.before));
      const kept = new Map(after.incidents.map(({ id, mentions }) => [id, mentions]));
      for (const { id, mentions } of before.incidents) {
        expect(kept.has(id) || merged.has(id)).toBe(true);
        if (!regrouped.has(id)) expect(kept.get(id)).toEqual(expect.arrayContaining([...mentions]));
      }
      const stories = new Map(after.stories.map(({ id, articles }) => [id, articles]));
      for (const { id, articles } of before.stories) {
        expect(stories.has(id) || merged.has(id)).toBe(true);
        if (!regrouped.has(id)) expect(stories.get(id)).toEqual(expect.arrayContaining([...articles]));
      }
      const forgetful = new Set(link(readings, strict, context).value.incidents.map(({ id }) => id));
      moved += before.incidents.filter(({ id }) => !forgetful.has(id)).length;
    }
    // Without the earlier edition the early reports would have moved some.
    expect(moved).toBeGreaterThan(0);
  });

  it('tells which stories a new report started, joined or bridged', () => {
    const linker = new Linker(defaults);
    const [first, second] = readings;
    if (first === undefined || second === undefined) throw new Error('no reports');
    expect(linker.add([first]).stories).toEqual({ before: [], after: [[first.article.id]] });
    const joined = linker.add([second]).stories;
    expect(joined.before).toEqual([[first.article.id]]);
    expect(joined.after.map((story) => story.toSorted())).toEqual([[first.article.id, second.article.id].sort()]);
  });

  it('adds nothing by an article it holds', () => {
    const linker = new Linker(defaults);
    linker.add(readings);
    expect(linker.add(readings.slice(3, 5))).toEqual({
      stories: { before: [], after: [] },
      incidents: { before: [], after: [] },
    });
  });
});
