import words from '../../../data/ask-words.json' with { type: 'json' };
import type { Claim, Edition, EditionArticle } from '../../model/index.ts';
import { isCore } from './parts.ts';
import { quoteSentence } from './profile.ts';
import type { Question } from './question.ts';
import { keysOf, readWords, type Word } from './words.ts';

/** How a claim is of the source that is asked for: it said it, or it is the outlet that printed it. */
export type SourceFit = 'speaker' | 'outlet';

const offices = keysOf(words.offices);
const bodies = keysOf(words.bodies);

/**
 * Make a test for claims of a source: "the ministry" is the "interior ministry" and its "ministry spokesman Ilo Renn", and whoever has that name in
 * the same reports; "the Courier" is the outlet.
 */
export function matchSource(source: readonly Word[], edition: Edition): (claim: Claim) => SourceFit | undefined {
  const telling = source.filter(({ key }) => !bodies.has(key));
  const asked = (telling.length > 0 ? telling : source).map(({ key }) => key);
  const articles = new Map(edition.articles.map((article) => [article.id, article]));
  const persons = listPersons(asked, edition.claims);
  return (claim) => {
    const article = articles.get(claim.article);
    const spoken = claim.attribution;
    const names = spoken === undefined ? [] : [spoken.speaker, ...spoken.chain];
    if (names.some((name) => isOf(asked, name) || persons.some((person) => name.includes(person)))) return 'speaker';
    if (article === undefined) return undefined;
    if (spoken === undefined && opensSentence(asked, claim, article)) return 'speaker';
    return isOutlet(asked, article) ? 'outlet' : undefined;
  };
}

/** Those who do what is counted: they are asked about, not asked. */
const doers: ReadonlySet<string> = new Set(['perpetrator', 'partisan']);

/**
 * Find the source that a question names beside the incident: "on the harbour authority's list" where the harbour authority gives figures.
 *
 * One word alone names none ("the attack on the police"), nor do words of the incident's own title, nor who did what is counted.
 */
export function findNamedSource(edition: Edition, { about, agent }: Question): readonly Word[] {
  const acting = new Set(agent.map(({ key }) => key));
  const speakers = edition.claims.flatMap(({ attribution }) => {
    if (attribution === undefined || doers.has(attribution.kind)) return [];
    const own = readWords(attribution.speaker);
    return [own.some(({ key }) => offices.has(key)) ? readBody(own) : own];
  });
  const named = speakers.filter((body) => {
    const at = about.findIndex((_, first) => body.every(({ key }, place) => about[first + place]?.key === key));
    return body.length > 1 && at >= 0 && !isCore(edition, body) && !body.some(({ key }) => acting.has(key));
  });
  return named.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** "interior ministry" is the asked "ministry"; "board" is the asked "inquiry board"; "authority spokeswoman Ilo Renn" is of the "harbour authority". */
function isOf(asked: readonly string[], speaker: string): boolean {
  const own = readWords(speaker);
  const keys = new Set(own.map(({ key }) => key));
  if (asked.every((key) => keys.has(key))) return true;
  const body = (own.some(({ key }) => offices.has(key)) ? readBody(own) : own).map(({ key }) => key);
  return body.length > 0 && body.includes(asked.at(-1) ?? '') && body.every((key) => asked.includes(key));
}

/** What stands before the office of a speaker: "ministry" of "ministry spokesman Ilo Renn". */
function readBody(own: readonly Word[]): readonly Word[] {
  const at = own.findIndex(({ key }) => offices.has(key));
  return at <= 0 ? [] : own.slice(0, at);
}

/** Names of those who are told to speak for the source: "Ilo Renn". */
function listPersons(asked: readonly string[], claims: readonly Claim[]): readonly string[] {
  const names = claims.flatMap(({ attribution }) => {
    const speaker = attribution?.speaker ?? '';
    const own = readWords(speaker);
    const at = own.findIndex(({ key }) => offices.has(key));
    const person = own.slice(at + 1).map(({ text }) => text);
    return at > 0 && person.length > 1 && isOf(asked, speaker) ? [person.join(' ')] : [];
  });
  return [...new Set(names)];
}

/** A sentence in the report's own voice that begins with the source tells what it did: "The ministry revised the toll down". */
function opensSentence(asked: readonly string[], claim: Claim, { text }: EditionArticle): boolean {
  const [first] = claim.evidence;
  if (first === undefined) return false;
  const sentence = quoteSentence(text, first.start, first.end).replace(/^.{0,60}?\s[-–—]+\s/, '');
  const opening = readWords(sentence.slice(0, first.start)).filter(({ text: word }) => word.toLowerCase() !== 'the');
  const head = opening.slice(0, asked.length + 1).map(({ key }) => key);
  return asked.length > 0 && asked.every((key) => head.includes(key));
}

function isOutlet(asked: readonly string[], { outlet = '', url = '' }: EditionArticle): boolean {
  const host = /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? '';
  return [outlet, host].some((name) => {
    const keys = new Set(readWords(name.replace(/[-.]/g, ' ')).map(({ key }) => key));
    return asked.every((key) => keys.has(key));
  });
}
