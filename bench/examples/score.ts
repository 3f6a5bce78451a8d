import {
  type Claim,
  type CountRecord,
  compareText,
  countTable,
  type Edition,
  type EditionArticle,
  isCountAttribute,
  isCountRecord,
  overlaps,
} from '../../src/model/index.ts';
import type { GoldIncident, GoldReading, GoldStory } from './gold.ts';

/** A statement of the gold, and whether the edition agrees; `family` groups checks of one kind. */
export interface Check {
  readonly family: string;
  readonly name: string;
  readonly passed: boolean;
  readonly found?: string;
}

/** An edition, and its articles by their file names in the gold. */
interface GoldView {
  readonly edition: Edition;
  readonly articleOf: (file: string) => EditionArticle | undefined;
  readonly claimsAt: (file: string, quote: string) => readonly Claim[];
}

/** Compare the editions of one story, under the policies `recorder` and `ucdp`, with its gold. */
export function scoreStory(gold: GoldStory, recorder: Edition, ucdp: Edition): readonly Check[] {
  const view = openView(recorder);
  const incidents = [...gold.incidents, ...gold.background];
  const homes = incidents.map((incident) => findHome(incident, view));
  return [
    ...gold.articles.flatMap((article) => checkArticle(article, view)),
    ...incidents.flatMap((incident, at) => {
      const home = homes[at];
      const alone = home !== undefined && homes.filter((other) => other === home).length === 1;
      return [
        { family: 'incidents', name: incident.title, passed: alone },
        {
          family: 'dates',
          name: `${incident.title}: ${incident.date}`,
          ...same(dateOf(recorder, home), incident.date),
        },
        ...incident.counts.flatMap((count) => [
          ...count.readings.flatMap((reading) => checkReading(count.attribute, reading, view)),
          ...(['recorder', 'ucdp'] as const).flatMap((policy) =>
            checkRange(policy, incident, count, policy === 'ucdp' ? ucdp : recorder, home),
          ),
        ]),
      ];
    }),
    ...gold.notAFigure.map(({ file, quote, why }) => {
      const wrong = view.claimsAt(file, quote).filter(isCasualtyFigure);
      return { family: 'not a figure', name: `${file}: ${quote} (${why})`, passed: wrong.length === 0, ...tell(wrong) };
    }),
    ...gold.copies.map(({ from, to, kind }) => {
      const copy = recorder.copies.find(
        (one) => one.from === view.articleOf(from)?.id && one.to === view.articleOf(to)?.id,
      );
      return { family: 'copies', name: `${from} > ${to}: ${kind}`, ...same(copy?.kind, kind) };
    }),
    ...gold.voices.map((voice) => checkVoice(voice, view)),
  ];
}

function openView(edition: Edition): GoldView {
  const articleOf = (file: string) => edition.articles.find(({ path }) => path === file || path?.endsWith(`/${file}`));
  return {
    edition,
    articleOf,
    claimsAt: (file, quote) => {
      const article = articleOf(file);
      const range = article === undefined ? undefined : locate(article.text, quote);
      if (article === undefined || range === undefined) return [];
      return edition.claims.filter(
        (claim) => claim.article === article.id && claim.evidence.some((evidence) => overlaps(evidence, range)),
      );
    },
  };
}

/** Find a quote in a text, whatever its white space (a file's line breaks differ from the page's). */
function locate(text: string, quote: string): { start: number; end: number } | undefined {
  const words = quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(words.join('\\s+')).exec(text);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

/** Find the incident of the edition that most claims of the gold's readings belong to. */
function findHome(incident: GoldIncident, view: GoldView): string | undefined {
  const votes = new Map<string, number>();
  for (const { attribute, readings } of incident.counts) {
    for (const reading of readings) {
      for (const file of reading.files) {
        for (const claim of view.claimsAt(file, reading.quote)) {
          if (claim.attribute === attribute) votes.set(claim.incident, (votes.get(claim.incident) ?? 0) + 1);
        }
      }
    }
  }
  return [...votes].sort(([a, m], [b, n]) => n - m || compareText(a, b))[0]?.[0];
}

function checkArticle(article: GoldStory['articles'][number], view: GoldView): readonly Check[] {
  const found = view.articleOf(article.file);
  const { file } = article;
  return [
    { family: 'headlines', name: `${file}: ${article.headline}`, ...same(found?.headline, article.headline) },
    {
      family: 'published',
      name: `${file}: ${article.published}`,
      ...same(found?.published?.value.slice(0, 10), article.published),
    },
    {
      family: 'disputed dates',
      name: `${file}: ${article.disputed ?? false}`,
      passed: (found?.published?.disputed ?? false) === (article.disputed ?? false),
    },
  ];
}

function checkReading(attribute: string, reading: GoldReading, view: GoldView): readonly Check[] {
  return reading.files.map((file) => {
    const claims = view.claimsAt(file, reading.quote).filter((claim) => claim.attribute === attribute);
    const passed = claims.some((claim) => holds(claim, reading));
    const value = reading.anchor ?? reading.vague ?? `${reading.min}..${reading.max}`;
    return {
      family: 'readings',
      name: `${file}: ${attribute} ${value} in "${reading.quote}"`,
      passed,
      ...tell(claims),
    };
  });
}

function holds(claim: Claim, reading: GoldReading): boolean {
  if (claim.value.kind !== 'count') return false;
  if ((claim.modality === 'asserted') !== ((reading.modality ?? 'asserted') === 'asserted')) return false;
  if (reading.anchor !== undefined) return claim.value.anchor === reading.anchor;
  return claim.value.min === reading.min && claim.value.max === reading.max;
}

function checkRange(
  policy: 'recorder' | 'ucdp',
  incident: GoldIncident,
  count: GoldIncident['counts'][number],
  edition: Edition,
  home: string | undefined,
): readonly Check[] {
  const wanted = count[policy];
  if (wanted === undefined) return [];
  const record = edition.incidents.find(({ id }) => id === home)?.attributes[count.attribute];
  const ours = record !== undefined && isCountRecord(record) ? describeRange(record) : undefined;
  const name = `${incident.title}: ${count.attribute} ${describeRange(wanted)}`;
  return [{ family: policy, name, ...same(ours, describeRange(wanted)) }];
}

function describeRange({ low, best, high }: Pick<CountRecord, 'low' | 'best' | 'high'>): string {
  return `${low} / ${best} / ${high}`;
}

function dateOf(edition: Edition, home: string | undefined): string | undefined {
  return edition.incidents.find(({ id }) => id === home)?.date.value ?? undefined;
}

function isCasualtyFigure(claim: Claim): boolean {
  if (!isCountAttribute(claim.attribute)) return false;
  const { harm, ofAttackers } = countTable[claim.attribute];
  return harm !== undefined && ofAttackers !== true && claim.modality === 'asserted' && claim.accumulation !== 'period';
}

function checkVoice(voice: GoldStory['voices'][number], view: GoldView): Check {
  const article = view.articleOf(voice.file);
  const range = article === undefined ? undefined : locate(article.text, voice.quote);
  const heard = view.edition.voices.filter(
    (one) => one.article === article?.id && range !== undefined && overlaps(one, range),
  );
  const passed = heard.some((one) => one.stance === voice.stance && meets(one.speaker, voice.speaker));
  const found = heard.map((one) => `${one.speaker} ${one.stance}`).join(', ');
  return { family: 'voices', name: `${voice.file}: ${voice.speaker} ${voice.stance} "${voice.quote}"`, passed, found };
}

/** Tell whether one name contains the other: "the interior ministry" and "interior ministry". */
function meets(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x.includes(y) || y.includes(x);
}

function same(ours: string | null | undefined, wanted: string | null): { passed: boolean; found: string } {
  return { passed: (ours ?? null) === wanted, found: ours ?? 'nothing' };
}

function tell(claims: readonly Claim[]): { found: string } {
  const found = claims.map(({ attribute, value, modality, producer }) => {
    const count = value.kind === 'count' ? (value.anchor ?? `${value.min}..${value.max}`) : value.kind;
    return `${attribute} ${count} ${modality} [${producer.rule ?? producer.name}]`;
  });
  return { found: found.length === 0 ? 'nothing' : found.join(', ') };
}
