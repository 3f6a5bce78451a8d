import { sumMonths, sumPlaces } from '../../service/index.ts';
import { makeRoute, type Route } from '../route.ts';

/** What can be asked of the archive as a whole. */
export const overviewRoutes: readonly Route[] = [
  makeRoute({
    method: 'get',
    path: '/places',
    role: 'reader',
    summary: 'Incidents summed by place',
    handle: async ({ room }) => sumPlaces(room),
  }),
  makeRoute({
    method: 'get',
    path: '/months',
    role: 'reader',
    summary: 'Incidents summed by month',
    handle: async ({ room }) => sumMonths(room),
  }),
  makeRoute({
    method: 'get',
    path: '/settings',
    role: 'reader',
    summary: 'How the archive reads: settings it was begun with',
    handle: async ({ room, person }) => {
      const { reader, policy, names } = room.archive.settings;
      const { place, dialect } = room.archive.database;
      // Where it lies on the server is no matter for whoever comes over a network.
      return { reader, policy, names, kind: dialect.name, ...(person.id === undefined ? { place } : {}) };
    },
  }),
];
