import type { Edition } from '../../src/model/index.ts';
import { market, station } from './claims.ts';
import { marketEdition } from './edition.ts';
import { fifth, first, fourth, second, third } from './reports.ts';

const stationTitle = 'Bombing of the central station of Oskara, October 2019';

/**
 * The market edition as three stories: the market with three reports, the station with one, and one report in which no incident
 * was found.
 */
export const severalEdition: Edition = {
  ...marketEdition,
  stories: [
    { id: 'story-council', title: 'Oskara mourns', articles: [third.id] },
    { id: 'story-market', title: 'Bombing of the river market in Oskara', articles: [first.id, second.id, fourth.id] },
    { id: 'story-station', title: stationTitle, articles: [fifth.id] },
  ],
  incidents: marketEdition.incidents.map((incident) => {
    if (incident.id === market) return { ...incident, articles: [first.id, second.id, fourth.id] };
    if (incident.id !== station) return { ...incident, story: 'story-market' };
    return { ...incident, title: stationTitle, main: true, story: 'story-station', articles: [fifth.id] };
  }),
};
