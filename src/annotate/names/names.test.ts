import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeText, type NameMention } from '../../model/index.ts';
import { cutTokens } from '../../text/tokens.ts';
import { openGazetteer } from '../places/gazetteer.ts';
import { readNames } from './index.ts';

const gazetteer = openGazetteer(gunzipSync(readFileSync(new URL('../../../data/gazetteer.tsv.gz', import.meta.url))));

function read(value: string): readonly NameMention[] {
  const text = makeText(value);
  const { tokens, sentences } = cutTokens({ text, blocks: [{ kind: 'body', start: 0, end: value.length }] });
  return readNames({ text }, tokens.items, sentences.items, gazetteer);
}

const brief = (names: readonly NameMention[]): string[] =>
  names.map(({ type, name, key }) => `${type}: ${name} = ${key}`);

describe('readNames', () => {
  it('reads a person by title, age, given name or verb of speaking', () => {
    expect(read('It was over, President Vladimir Orlenko said.')[0]).toMatchObject({
      type: 'person',
      title: 'President',
      name: 'Vladimir Orlenko',
    });
    expect(read('The dead are Zorvan Quell, 22, and a friend.')[0]).toMatchObject({
      type: 'person',
      rule: 'person-age',
    });
    expect(read('They met Michael Tarnwick there.')[0]).toMatchObject({ type: 'person', rule: 'person-given' });
    expect(read('"Nobody came," Qarven Oddsell said.')[0]).toMatchObject({ type: 'person', name: 'Qarven Oddsell' });
  });

  it('does not read a surname again inside a longer name', () => {
    expect(brief(read('The Bank of Tarnwick shut, Michael Tarnwick said.'))).toEqual([
      'organisation: Bank of Tarnwick = Bank of Tarnwick',
      'person: Michael Tarnwick = Michael Tarnwick',
    ]);
  });

  it('joins a surname to the name told in full', () => {
    expect(brief(read('Michael Tarnwick was hurt. Doctors treated Tarnwick at once.'))).toEqual([
      'person: Michael Tarnwick = Michael Tarnwick',
      'person: Tarnwick = Michael Tarnwick',
    ]);
  });

  it('keeps particles inside a name', () => {
    expect(read('The commander Abu Tariq al-Mirwani was killed.')[0]?.name).toBe('Abu Tariq al-Mirwani');
  });

  it('takes no place, street, month or sentence opener for a person', () => {
    expect(read('They live in Jackson Heights near Madison Street.').filter((name) => name.type === 'person')).toEqual(
      [],
    );
    expect(read('Police said Monday March was quiet.')).toEqual([]);
    expect(read('The car stopped in Virginia Beach.')).toEqual([]);
  });

  it('joins every alias of a known armed group', () => {
    const names = read(
      'The Islamic State in Khorasan Province, or ISKP (ISIS-K), claimed it. ISIS Khorasan Province grew. Islamic State Khorasan (ISIS-K) is a branch of the Islamic State.',
    );
    expect(names.map((name) => name.key)).toEqual([
      ...Array.from({ length: 6 }, () => 'Islamic State Khorasan Province'),
      'Islamic State',
    ]);
  });

  it('takes the words "is" and "who" for no group, in capitals or not', () => {
    expect(read('Who is there? The tip is good.')).toEqual([]);
    expect(read('THE MAN WHO IS MISSING WAS FOUND TODAY')).toEqual([]);
  });

  it('reads organisations by head word and joins the abbreviation told beside them', () => {
    expect(
      brief(read('The Harbour Liberation Front (HLF) denied it. The HLF left. Vesk Police Department agreed.')),
    ).toEqual([
      'organisation: Harbour Liberation Front = Harbour Liberation Front',
      'organisation: HLF = Harbour Liberation Front',
      'organisation: HLF = Harbour Liberation Front',
      'organisation: Vesk Police Department = Vesk Police Department',
    ]);
    expect(read('The Ministry of Internal Order spoke.')[0]?.name).toBe('Ministry of Internal Order');
  });

  it('reads facilities by head word', () => {
    expect(read('They ran from Linden Market Hall.')[0]).toMatchObject({
      type: 'facility',
      name: 'Linden Market Hall',
    });
    expect(read('They ran from the hall.')).toEqual([]);
  });

  it('keeps mentions sorted, disjoint, and their names where they say, for any words', () => {
    const pieces = fc.constantFrom(
      'Sgt.',
      'John',
      'Michael',
      'Tarnwick',
      ',',
      '22',
      'Islamic',
      'State',
      'ISIS',
      '-',
      'K',
      'Police',
      'Department',
      'of',
      'the',
      "'s",
      'al',
      'Hall',
      'said',
      '.',
      '(',
      ')',
      'or',
      'HLF',
      'Front',
      'Jr.',
      'Monday',
      'in',
      'Paris',
      'Ministry',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const value = parts.join(' ');
        let end = 0;
        for (const name of read(value)) {
          expect(name.start).toBeGreaterThanOrEqual(end);
          expect(value.slice(name.start, name.end)).toBe(name.name);
          expect(name.key).not.toBe('');
          end = name.end;
        }
      }),
      { numRuns: 200, examples: [[['State', 'of', 'Sgt.', ',', 'Michael', 'Sgt.']]] },
    );
  });
});
