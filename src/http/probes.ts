import type { Hono } from 'hono';
import { routePath } from 'hono/route';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { countDelivered, type Room, tellStatus } from '../service/index.ts';
import { requireAsker } from './guard.ts';
import type { Sessions } from './session.ts';

/** Seconds that requests take, as they are counted: a look is to take less than a tenth. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30];

/**
 * Add what looks after a server: `/health` (it runs), `/ready` (its database answers), and `/metrics` for Prometheus, which is for those
 * who may look. The first two tell nothing and are answered under any name.
 */
export function addProbes(app: Hono, room: Room, sessions: Sessions): void {
  const { registry, took } = makeMetrics(room);
  app.get('/health', (context) => context.json({ status: 'pass' }));
  app.get('/ready', async (context) => {
    const isThere = await room.archive.database.read(async () => true).catch(() => false);
    return context.json({ status: isThere ? 'pass' : 'fail' }, isThere ? 200 : 503);
  });
  app.use(async (context, next) => {
    const end = took.startTimer({ method: context.req.method });
    await next();
    // The pattern, never the path: names would make a series each.
    end({ route: routePath(context, -1), status: String(context.res.status) });
  });
  app.get('/metrics', async (context) => {
    await requireAsker(context, sessions);
    return context.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
}

function makeMetrics(room: Room) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const took = new Histogram({
    name: 'variorum_http_request_seconds',
    help: 'How long requests took',
    labelNames: ['method', 'route', 'status'],
    ...{ buckets, registers: [registry] },
  });
  const gauge = (name: string, help: string, labelNames: string[], collect: (own: Gauge) => Promise<void>): Gauge =>
    new Gauge({
      ...{ name, help, labelNames, registers: [registry] },
      async collect() {
        await collect(this);
      },
    });
  gauge('variorum_archive', 'Incidents and reports of the archive, and events of its log', ['what'], async (own) => {
    const { incidents, reports, seq } = await tellStatus(room);
    for (const [what, count] of Object.entries({ incidents, reports, events: seq })) own.set({ what }, count);
  });
  gauge('variorum_waiting', 'Incidents by why they wait for a person', ['doubt'], async (own) => {
    for (const [doubt, count] of Object.entries((await tellStatus(room)).waiting)) own.set({ doubt }, count);
  });
  gauge('variorum_deliveries', 'Messages to webhooks by state', ['state'], async (own) => {
    for (const [state, count] of await countDelivered(room)) own.set({ state }, count);
  });
  return { registry, took };
}
