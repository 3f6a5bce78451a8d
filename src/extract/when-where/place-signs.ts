import type { PlaceValue } from '../../model/index.ts';
import type { Scene } from '../scenes/scene.ts';
import { wordAt } from '../view.ts';
import { tieSigns } from './governors.ts';
import { type Candidate, doubled } from './model.ts';
import type { ToldPlace } from './parts.ts';
import { findQuarters, isAftermath, isHome, isOutlet, placeKey } from './place-roles.ts';
import { positionSigns, type SceneStand, stepOf } from './stand.ts';

/** A place an article tells, as the place of one happening. */
export interface PlaceCandidate extends Candidate, ToldPlace {}

/** Name what a mention stands for: a site speaks for its town, beside which it is told. */
function keyOf({ value }: ToldPlace): string {
  const site = value.level === 'venue' && value.city !== undefined;
  return placeKey(site ? { ...value, name: value.city ?? '', level: 'city' } : value).toLowerCase();
}

function isWithin(inner: PlaceValue, outer: PlaceValue): boolean {
  if (outer.level === 'country') return inner.level !== 'country' && inner.country === outer.country;
  if (inner.country !== outer.country) return false;
  if (outer.level === 'state')
    return inner.level !== 'state' && inner.level !== 'country' && inner.state === outer.state;
  return (
    outer.level === 'district' &&
    inner.level === 'city' &&
    inner.district === outer.district &&
    inner.state === outer.state
  );
}

interface KeyFacts {
  count: number;
  sentences: number;
  /** Rules of its mentions, as one sign: a name that stands in datelines only is told nowhere else. */
  readonly rules: Set<string>;
  inHeadline: boolean;
  holds: boolean;
  held: boolean;
  holdsBeside: boolean;
}

function gatherFacts(
  told: readonly ToldPlace[],
  keys: readonly string[],
  stand: SceneStand,
): ReadonlyMap<string, KeyFacts> {
  const facts = new Map<string, KeyFacts>();
  told.forEach(({ mention, view }, at) => {
    const key = keys[at] ?? '';
    const known = facts.get(key) ?? {
      count: 0,
      sentences: 0,
      rules: new Set(),
      inHeadline: false,
      holds: false,
      held: false,
      holdsBeside: false,
    };
    known.count += 1;
    known.sentences += stand.own.has(view.index) ? 1 : 0;
    known.rules.add(mention.rule === 'dateline' ? 'dateline' : 'text');
    known.inHeadline ||= view.block === 'headline' && !isOutlet(mention, view);
    facts.set(key, known);
  });
  told.forEach((inner, at) => {
    told.forEach((outer, beside) => {
      if (at === beside || !isWithin(inner.value, outer.value)) return;
      const [own, around] = [facts.get(keys[at] ?? ''), facts.get(keys[beside] ?? '')];
      if (own !== undefined) own.held = true;
      if (around === undefined) return;
      if (stand.own.has(inner.view.index)) around.holds = true;
      if (inner.view.index === outer.view.index && stand.own.has(inner.view.index)) around.holdsBeside = true;
    });
  });
  return facts;
}

function ruleOf(rule: string): string {
  return rule.startsWith('venue-') && rule !== 'venue-place' ? 'venue' : rule;
}

/** List the places of an article, or its sites, as places of one of its happenings; a site of a known town stands for the town too. */
export function listPlaces(
  told: readonly ToldPlace[],
  scene: Scene,
  stand: SceneStand,
  of: 'places' | 'sites' = 'places',
): readonly PlaceCandidate[] {
  const isSite = ({ value }: ToldPlace): boolean => value.level === 'venue';
  const some = told.filter((one) => (of === 'sites' ? isSite(one) : !isSite(one) || one.value.city !== undefined));
  const keys = some.map(of === 'sites' ? ({ value }) => value.name.toLowerCase() : keyOf);
  const facts = gatherFacts(some, keys, stand);
  const lent = findQuarters(scene.sentences);
  const total = [...facts.values()].reduce((sum, { sentences }) => sum + sentences, 0);
  const best = Math.max(0, ...[...facts.values()].map(({ sentences }) => sentences));
  const seen = new Set<string>();
  return some.map((one, at) => {
    const key = keys[at] ?? '';
    const fact = facts.get(key);
    const group = fact === undefined ? [] : groupSigns(fact, best, total);
    const isFirst = stand.own.has(one.view.index) && !seen.has(key) && one.mention.rule !== 'dateline';
    if (isFirst) seen.add(key);
    const order = isFirst ? [`order=${stepOf(seen.size)}`] : [];
    const signs = [...mentionSigns(one, stand, lent), ...group, ...order];
    const level = `level=${one.value.level}`;
    const type = `type=${stand.type}`;
    // A storm is placed by the country it crossed more often than a shooting is.
    const pairs = [
      ...group.map((sign) => `${level} ${sign}`),
      `${type} ${level}`,
      `${type} rule=${ruleOf(one.mention.rule)}`,
    ];
    const spread = group.includes('holds') ? [`${type} ${level} holds`] : [];
    return { ...one, key, signs: doubled([...signs, ...pairs, ...spread], stand.main) };
  });
}

/** Say what speaks for one mention of a place, with the pairs of signs that say more together. */
function mentionSigns(one: ToldPlace, stand: SceneStand, lent: ReadonlySet<string>): readonly string[] {
  const { mention, view, value, read } = one;
  const item = stand.own.get(view.index);
  const [rule, level] = [`rule=${ruleOf(mention.rule)}`, `level=${value.level}`];
  const position = positionSigns(view, stand);
  const ties = tieSigns(view, mention, item);
  const where = position.find((sign) => sign.startsWith('in=')) ?? '';
  const close = ties.filter((tie) => /^(?:hung-on|preposition)=/.test(tie));
  const wide = ties.filter((tie) => /^(?:hung-on|cue|verb-is|preposition)=/.test(tie));
  return [
    rule,
    level,
    `${rule} ${level}`,
    `read=${read}`,
    `${rule} read=${read}`,
    `score=${Math.round(mention.score * 5)}`,
    `known=${value.id !== undefined || value.lat !== undefined}`,
    ...(mention.near === true ? ['near'] : []),
    ...(item !== undefined && isAftermath(mention, item) ? ['aftermath'] : []),
    ...(isHome(mention, view) ? ['home'] : []),
    ...(isOutlet(mention, view) ? ['outlet'] : []),
    ...(lent.has(mention.name) ? ['lends-name'] : []),
    ...(wordAt(view, mention.last) === ',' ? ['comma'] : []),
    ...position,
    ...ties,
    `${level} ${where}`,
    `${rule} ${where}`,
    ...wide.map((tie) => `${rule} ${tie}`),
    ...close.map((tie) => `${level} ${tie}`),
  ];
}

function groupSigns(fact: KeyFacts, best: number, total: number): readonly string[] {
  return [
    `count=${stepOf(fact.count)}`,
    `told=${stepOf(fact.sentences)}`,
    `share=${total === 0 ? 0 : Math.round((5 * fact.sentences) / total)}`,
    ...(fact.sentences === best && best > 0 ? ['most-told'] : []),
    ...(fact.rules.has('dateline') ? [fact.rules.size === 1 ? 'dateline-only' : 'dateline-too'] : []),
    ...(fact.inHeadline ? ['in-headline'] : []),
    ...(fact.holds ? ['holds'] : []),
    ...(fact.holdsBeside ? ['holds-beside'] : []),
    ...(fact.held ? ['held'] : []),
  ];
}
