import { readFileSync } from 'node:fs';
import { z } from 'zod';

const governorates = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync(new URL('governorates.json', import.meta.url), 'utf8')));

/** Normalise a name for comparison: lower case, no accents, single spaces between words. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’‘`]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Tell whether one of some names contains the name of a governorate, in any of its spellings. */
export function isInGovernorate(names: readonly string[], governorate: string): boolean {
  const spellings = governorates[governorate] ?? [governorate];
  return names.some((name) => spellings.some((one) => ` ${foldName(name)} `.includes(` ${one} `)));
}

/** Find the governorate whose name comes first in a text. */
export function firstGovernorate(text: string): string | undefined {
  const folded = ` ${foldName(text)} `;
  const found = Object.entries(governorates)
    .map(([name, spellings]) => {
      const places = spellings.map((one) => folded.indexOf(` ${one} `)).filter((at) => at >= 0);
      return { name, at: Math.min(...places) };
    })
    .filter(({ at }) => Number.isFinite(at));
  return found.sort((a, b) => a.at - b.at)[0]?.name;
}

const alsoCalled: Readonly<Record<string, string>> = {
  usa: 'united states',
  us: 'united states',
  'united states of america': 'united states',
  america: 'united states',
  uk: 'united kingdom',
  britain: 'united kingdom',
  england: 'united kingdom',
  'peoples republic of china': 'china',
  burma: 'myanmar',
  'myanmar burma': 'myanmar',
  turkiye: 'turkey',
  'palestinian territories': 'palestine',
  bosnia: 'bosnia herzegovina',
  'bosnia and herzegovina': 'bosnia herzegovina',
  'north macedonia': 'macedonia',
};
const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const codes = [...letters].flatMap((a) => [...letters].map((b) => `${a}${b}`));
const listed = codes.flatMap((code) => regionNames.of(code) ?? []).map(foldName);
const countries = [...new Set([...listed, ...Object.keys(alsoCalled), 'palestine'])].filter((name) => name !== 'us');

/** Normalise the name of a country: every name of one country gives the same result. */
export function foldCountry(name: string): string {
  const folded = foldName(name);
  return alsoCalled[folded] ?? folded;
}

/** Find the country whose name comes first in a text. */
export function firstCountry(text: string): string | undefined {
  const folded = ` ${foldName(text)} `;
  const found = countries
    .map((name) => ({ name, at: folded.indexOf(` ${name} `) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.name.length - a.name.length);
  return found[0] && foldCountry(found[0].name);
}

const dateline = /^\s*(\p{Lu}[\p{L}'’ -]{1,30}?)(?:,\s*[\p{L} ]{2,20})?\s*(?:\([^)]{2,30}\)|[—–]|--? )/u;

/** Find the place in a dateline: "ORLA (Agency) —", "Orla, Tessaly –". */
export function placeOfDateline(text: string): string | undefined {
  return dateline.exec(text)?.[1]?.trim();
}

const calendar = /^(?:january|february|march|april|may|june|july|august|september|october|november|december|\w+day)$/i;
const placed =
  /\b(?:in|at|near|outside)\s+(?:the\s+)?(\p{Lu}[\p{L}'’-]+(?:\s(?:(?:al|el|ez|de)[\s-])?\p{Lu}[\p{L}'’-]+){0,2})/gu;

/** Find the first capitalised name after "in", "at", "near" or "outside". */
export function firstPlace(text: string): string | undefined {
  const names = [...text.matchAll(placed)].map(([, name = '']) => name);
  return names.find((name) => !calendar.test(name.split(/\s/)[0] ?? ''));
}
