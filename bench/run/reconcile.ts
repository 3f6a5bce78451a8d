import { type ArticleReading, defined, type Linked, type LinkedIncident } from '../../src/model/index.ts';
/**
 * Measure the speed of reconciling: `npx tsx bench/run/reconcile.ts [claims]`; by default 100,000 claims, on one core.
 *
 * Incidents of 1 to 40 invented reports over ten days, a tenth of them copies, are reconciled under each policy. Prints
 * milliseconds and claims per second; exits 1 where a policy takes five seconds or more.
 */
import { defaults, policies, reconcile } from '../../src/reconcile/index.ts';
import { type InventedReport, inventStory } from '../../test/kits/invented-reports.ts';

const wanted = Number(process.argv[2] ?? 100_000);
const limitMs = 5000;
const speakers = [
  undefined,
  'police',
  'medical:Marl hospital',
  'official:interior ministry',
  'witness',
  'perpetrator:Red Tide',
];

/** Invent an incident with `size` reports, each with four claims. */
function inventReports(number: number, size: number): readonly InventedReport[] {
  return Array.from({ length: size }, (_, at) => {
    const by = speakers[(number + at) % speakers.length];
    const said = defined({ by });
    const toll = 5 + ((number * 7 + at * 3) % 20);
    return {
      id: `r${number}-${at}`,
      outlet: `Outlet ${(number + at) % 17}`,
      published: `2031-05-${String(1 + (at % 10)).padStart(2, '0')}`,
      claims: [
        { says: at % 5 === 0 ? 'dozens' : `at least ${toll}`, ...said },
        { says: `${toll + 2}`, attribute: 'injured', ...said },
        { says: '2', scope: 'subset', of: `r${number}-${at}.0`, victims: ['children'] },
        { says: { kind: 'category', term: at % 3 === 0 ? 'bomb' : 'rifle' }, attribute: 'weapon' },
      ],
    };
  });
}

function inventAll(): { readings: ArticleReading[]; linked: Linked; claims: number } {
  const parts: { readings: ArticleReading[]; linked: Linked }[] = [];
  for (let [number, claims] = [0, 0]; claims < wanted; number += 1) {
    const size = Math.min(1 + ((number * 13) % 40), Math.ceil((wanted - claims) / 4));
    const reports = inventReports(number, size);
    const copies = size > 9 ? ([[reports[0]?.id ?? '', reports[9]?.id ?? '']] as const) : [];
    parts.push(inventStory(reports, { copies }));
    claims += size * 4;
  }
  const incidents = parts.flatMap(({ linked }, number) =>
    linked.incidents.map((incident): LinkedIncident => ({ ...incident, id: `incident-${number}` })),
  );
  const claims = parts.flatMap(({ linked }) => linked.claims);
  return {
    readings: parts.flatMap(({ readings }) => readings),
    claims: claims.length,
    linked: {
      copies: parts.flatMap(({ linked }) => linked.copies),
      stories: [],
      incidents,
      claims,
      voices: [],
      reportDays: Object.assign({}, ...parts.map(({ linked }) => linked.reportDays)),
    },
  };
}

const input = inventAll();
let slow = false;
for (const { name } of policies) {
  const start = process.cpuUsage();
  const { value } = reconcile(input, { ...defaults, policy: name }, { now: '2031-05-20T00:00:00Z', seed: 0 });
  // Processor time, not time of day: other programs may be using the processor.
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  slow ||= took >= limitMs;
  const rate = Math.round((input.claims / took) * 1000);
  process.stdout.write(
    `${name.padEnd(10)} ${input.claims} claims, ${value.incidents.length} incidents: ${took.toFixed(0)} ms, ${rate} a second\n`,
  );
}
process.exitCode = slow ? 1 : 0;
