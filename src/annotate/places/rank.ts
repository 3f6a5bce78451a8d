import type { Article, PlaceMention, PlaceValue } from '../../model/index.ts';

/** A city (or, where none is named, a district) an article tells of, and how strongly. */
export interface RankedPlace {
  readonly value: PlaceValue;
  readonly weight: number;
  readonly mentions: readonly PlaceMention[];
}

const ruleWeight: Readonly<Record<string, number>> = {
  dateline: 4,
  'city-state': 3,
  police: 2.5,
  preposition: 1.5,
  followed: 1.5,
  'capital-of': 1.5,
  possessive: 1.2,
  bare: 1,
  speaker: 0.5,
  'organisation-place': 0.5,
  based: 0.2,
};

/** Weight of the block a mention stands in: the opening of a report says where it happened. */
function blockWeight(article: Pick<Article, 'blocks'>, mention: PlaceMention): number {
  const index = article.blocks.findIndex((block) => block.start <= mention.start && mention.start < block.end);
  const kind = article.blocks[index]?.kind;
  if (kind === 'headline') return 2;
  if (kind === 'lead') return 1.6;
  return index >= 0 && index < 4 ? 1.3 : 1;
}

function keyOf(value: PlaceValue): string | undefined {
  if (value.level === 'venue')
    return value.city === undefined ? undefined : `${value.city}|${value.state}|${value.country}`;
  if (value.level === 'city') return `${value.city ?? value.name}|${value.state}|${value.country}`;
  return value.level === 'district' ? `${value.district}|${value.state}|${value.country}|district` : undefined;
}

/** Districts stand in only where no city is told as strongly. */
const districtWeight = 0.5;

interface Group {
  value: PlaceValue;
  weight: number;
  mentions: PlaceMention[];
}

/** Give what speaks for a district to its strongest city, where one is told at all strongly. */
function leanOnCity(unit: Group, groups: readonly Group[]): void {
  const inside = groups.filter(
    ({ value }) =>
      value.level !== 'district' && value.district === unit.value.district && value.state === unit.value.state,
  );
  const [city] = inside.sort(
    (a, b) => b.weight - a.weight || (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0),
  );
  if (city === undefined || city.weight < unit.weight / 4) return;
  city.weight += unit.weight / 2;
  unit.weight /= 2;
}

/**
 * Rank the cities and districts an article names, the likeliest setting of the report first.
 *
 * Weight adds over mentions: role (dateline, "City, State", police force, preposition …) × block × score.
 */
export function rankPlaces(
  mentions: readonly PlaceMention[],
  article: Pick<Article, 'blocks'>,
): readonly RankedPlace[] {
  const groups = new Map<string, Group>();
  for (const mention of mentions) {
    const { value } = mention;
    const key = value && keyOf(value);
    if (value === undefined || key === undefined) continue;
    const group = groups.get(key) ?? { value, weight: 0, mentions: [] };
    if (group.value.level === 'venue' && value.level !== 'venue') group.value = value;
    const role = value.level === 'venue' ? 0.8 : (ruleWeight[mention.rule] ?? 1);
    group.weight +=
      role * blockWeight(article, mention) * mention.score * (value.level === 'district' ? districtWeight : 1);
    group.mentions.push(mention);
    groups.set(key, group);
  }
  const ranked = [...groups.values()];
  for (const unit of ranked.filter((place) => place.value.level === 'district')) leanOnCity(unit, ranked);
  return ranked.sort((a, b) => b.weight - a.weight || (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}
