import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeText, type Quantity } from '../../model/index.ts';
import { cutTokens } from '../../text/index.ts';
import { readQuantities } from './index.ts';

function read(value: string): readonly Quantity[] {
  const { tokens, sentences } = cutTokens({
    text: makeText(value),
    blocks: [{ kind: 'body', start: 0, end: value.length }],
  });
  return readQuantities(tokens, sentences).items;
}

/** Print each quantity: words, kind, interval, anchor, and `+` where it counts beside another figure. */
function tell(text: string): readonly string[] {
  return read(text).map(({ start, end, quantity, value, additional }) => {
    const anchor = value.anchor === undefined ? '' : ` @${value.anchor}`;
    return `${text.slice(start, end)}: ${quantity} ${value.min}..${value.max ?? ''}${anchor}${additional ? ' +' : ''}`;
  });
}

/** Print the kinds only. */
function kinds(text: string): readonly string[] {
  return read(text).map(
    ({ quantity, value }) => `${value.anchor ?? value.vague ?? `${value.min}..${value.max}`} ${quantity}`,
  );
}

describe('intervals of the words', () => {
  it.each([
    ['The blast killed 137 people.', '137: cardinal 137..137 @137'],
    ['The blast killed at least 137 people.', 'at least 137: cardinal 137.. @137'],
    ['The flood killed no fewer than 40 villagers.', 'no fewer than 40: cardinal 40.. @40'],
    ['The flood killed more than 40 villagers.', 'more than 40: cardinal 41.. @40'],
    ['The flood killed over 40 villagers.', 'over 40: cardinal 41.. @40'],
    ['The flood killed in excess of 40 villagers.', 'in excess of 40: cardinal 41.. @40'],
    ['The clash killed up to 12 soldiers.', 'up to 12: cardinal 1..12 @12'],
    ['The clash killed as many as 12 soldiers.', 'as many as 12: cardinal 1..12 @12'],
    ['The clash killed nearly 50 soldiers.', 'nearly 50: cardinal 45..49 @50'],
    ['The clash killed almost 2 soldiers.', 'almost 2: cardinal 1..1 @2'],
    ['The raid wounded about 30 people.', 'about 30: cardinal 27..33 @30'],
    ['The raid wounded some 30 people.', 'some 30: cardinal 27..33 @30'],
    ['The raid wounded roughly 30 people.', 'roughly 30: cardinal 27..33 @30'],
    ['The raid wounded around thirty people.', 'around thirty: cardinal 27..33 @30'],
    ['The raid wounded fewer than 30 people.', 'fewer than 30: cardinal 0..29 @30'],
    ['The raid wounded between 10 and 12 people.', 'between 10 and 12: cardinal 10..12'],
    ['The raid wounded 10 to 12 people.', '10 to 12: cardinal 10..12'],
    ['The raid wounded two or three people.', 'two or three: cardinal 2..3'],
    ['A couple of guards were hurt.', 'A couple: vague 2..3'],
    ['A few guards were hurt.', 'A few: vague 3..9'],
    ['Several guards were hurt.', 'Several: vague 3..9'],
    ['A dozen guards were hurt.', 'A dozen: cardinal 10..14 @12'],
    ['Tens of guards were hurt.', 'Tens: vague 20..99'],
    ['Dozens of guards were hurt.', 'Dozens: vague 24..99'],
    ['Scores of guards were hurt.', 'Scores: vague 40..99'],
    ['Hundreds of guards were hurt.', 'Hundreds: vague 200..999'],
    ['Thousands of families fled.', 'Thousands: vague 2000..9999'],
    ['Tens of thousands of families fled.', 'Tens of thousands: vague 20000..99999'],
    ['Hundreds of thousands of families fled.', 'Hundreds of thousands: vague 200000..999999'],
    ['The raid wounded 200 or more people.', '200 or more: cardinal 200.. @200'],
    ['The raid wounded 200 or so people.', '200 or so: cardinal 180..220 @200'],
    ['Twenty-three people were hurt.', 'Twenty-three: cardinal 23..23 @23'],
    ['Two hundred and six people were hurt.', 'Two hundred and six: cardinal 206..206 @206'],
    ['The war uprooted 1.5 million people.', '1.5 million: cardinal 1500000..1500000 @1500000'],
    ['The storm uprooted 12,400 people.', '12,400: cardinal 12400..12400 @12400'],
    ['Two dozen people were hurt.', 'Two dozen: cardinal 24..24 @24'],
    ['Half a million people fled.', 'Half a million: cardinal 450000..550000 @500000'],
    ['Two thousand three hundred people were hurt.', 'Two thousand three hundred: cardinal 2300..2300 @2300'],
    ['One thousand two hundred and fifty fled.', 'One thousand two hundred and fifty: cardinal 1250..1250 @1250'],
    ['Two thousand and five people fled.', 'Two thousand and five: cardinal 2005..2005 @2005'],
    ['Eleven hundred people fled.', 'Eleven hundred: cardinal 1100..1100 @1100'],
    ['Two hundred thousand people fled.', 'Two hundred thousand: cardinal 200000..200000 @200000'],
    [
      'Three million two hundred thousand people fled.',
      'Three million two hundred thousand: cardinal 3200000..3200000 @3200000',
    ],
    ['A hundred and six people fled.', 'A hundred and six: cardinal 106..106 @106'],
    ['The blast killed 1 200 people.', '1 200: cardinal 1200..1200 @1200'],
    ['The blast killed at least 12 400 people.', 'at least 12 400: cardinal 12400.. @12400'],
    ['The war uprooted 1\u00a0234\u00a0567 people.', '1\u00a0234\u00a0567: cardinal 1234567..1234567 @1234567'],
    ['The raid killed 10-15 villagers.', '10-15: cardinal 10..15'],
    ['The raid killed 10 - 15 villagers.', '10 - 15: cardinal 10..15'],
    ['Between 7-9 miners died.', 'Between 7-9: cardinal 7..9'],
  ])('%s', (text, expected) => {
    expect(tell(text)).toEqual([expected]);
  });

  it('counts no couple of spouses, no bare "few" and no prose word', () => {
    expect(tell('The couple were found dead.')).toEqual([]);
    expect(tell('Twice as many people fled; how many is unknown.')).toEqual([]);
    expect(tell('Few doubt it, and the constructor denied it.')).toEqual([]);
    expect(tell('Some people fled over the wall.')).toEqual([]);
  });

  it('joins no numbers that stand apart', () => {
    expect(kinds('On March 11 300 officers came.')).toEqual(['11 date', '300 cardinal']);
    expect(kinds('At Gate 1 200 people waited.')).toEqual(['1 identifier', '200 cardinal']);
    expect(kinds('The rows read 12 104 230 people.')).toEqual(['12104230 cardinal']);
    expect(kinds('Two thousand people fled and three hundred stayed.')).toEqual(['2000 cardinal', '300 cardinal']);
    expect(kinds('Two people died and three hundred fled.')).toEqual(['2 cardinal', '300 cardinal']);
  });

  it('makes no span of numbers that belong apart', () => {
    expect(kinds('Flight 10-15 landed late.')).not.toContain('10..15 cardinal');
    expect(kinds('Units 12-14 burned on March 10-15.')).not.toContain('10..15 cardinal');
    expect(kinds('The shelf is 10-15 metres long and 20-30 percent full.')).not.toContain('10..15 cardinal');
    expect(kinds('Police arrested 3 or 40 people.')).toEqual(['3 cardinal', '40 cardinal']);
    expect(kinds('The shooting left 4 dead, 12 to hospital.')).toEqual(['4 cardinal', '12 cardinal']);
  });
});

describe('figures told beside another', () => {
  it.each([
    ['Three more people died.', true],
    ['Three others died.', true],
    ['Another three died.', true],
    ['Three additional victims died.', true],
    ['Three people died.', false],
    ['Three died, more or less.', false],
  ])('%s', (text, expected) => {
    expect(read(text)[0]?.additional ?? false).toBe(expected);
  });
});

describe('ages', () => {
  it.each([
    ['A 22-year-old man was shot.', ['22 age']],
    ['A 17-month-old boy was hurt.', ['17 age']],
    ['He was 22 years old.', ['22 age']],
    ['A girl aged 7 was killed.', ['7 age']],
    ['Mara Voss, 41, was killed.', ['41 age']],
    ['Mara Voss (41) was killed.', ['41 age']],
    ['The boys, ages 13, 17 and 19, were hurt.', ['13 age', '17 age', '19 age']],
    ['Three victims, aged between 22 and 27, died.', ['3 cardinal', '22 age', '27 age']],
    ['A father killed his sons, 10 and 12.', ['10 age', '12 age']],
    ['His 12- and 10-year-old sons survived.', ['12 age', '10 age']],
    ['Children under eight were let go.', ['8 age']],
    ['She had just turned 15 in spring.', ['15 age']],
    ['Her friend Mara Voss, also 19, died.', ['19 age']],
    ['A man, believed to be 50, was killed.', ['50 age']],
    ['A cyclist, only 17, was hurt.', ['17 age']],
    ['A pupil, who was just 14, died.', ['14 age']],
    ['The pilot (reportedly 61) died.', ['61 age']],
    ['A man from Harrowgate, thought to be 34, died.', ['34 age']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    ['In Harrowgate, 22 people were shot.', ['22 cardinal']],
    ['Officers arrested Ilo Renn, and 4 were hurt.', ['4 cardinal']],
    ['Under eight shelters stood open.', ['8 cardinal']],
    ['On Friday, 3 died.', ['3 cardinal']],
    ['In Lower Harrowgate, 22 died.', ['22 cardinal']],
    ['The blast killed civilians, believed to be 50.', ['50 cardinal']],
    ['In Harrowgate, also 19 died.', ['19 cardinal']],
    ['At the mill in Harrowgate, only 12, all guards, were hurt.', ['12 cardinal']],
    ['The driver said about 30 were hurt.', ['30 cardinal']],
    ['Rescuers said the toll, believed to be 50, may rise.', ['50 cardinal']],
  ])('%s is no age', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe('numbers that count no people', () => {
  it.each([
    ['The call came at 6:45 p.m. from a shop.', []],
    ['The call came at 6 o\u2019clock, 11 pm or noon.', ['6 clock', '11 clock']],
    ['The call came at 11 p.m. from a shop.', ['11 clock']],
    ['It cost $40 million.', ['40000000 money']],
    ['It cost 300 euros.', ['300 money']],
    ['Turnout fell by 12 percent.', ['12 percent']],
    ['Turnout fell by 12 per cent.', ['12 percent']],
    ['It happened on March 22 near the pier.', ['22 date']],
    ['It happened on 22 May near the pier.', ['22 date']],
    ['It has stood since 1987.', ['1987 date']],
    ['He was held in the 4100 block of Mill Road.', ['4100 identifier']],
    ['She lives at 211 Lower Mill Road.', ['211 identifier']],
    ['Callers may use 555-0134.', []],
    ['Police seized an AK-47 and Unit 12 left.', ['12 identifier']],
    ['They met on Highway 9.', ['9 identifier']],
    ['He fired 14 rounds.', ['14 measure']],
    ['He fired four shots and then one shot more.', ['4 measure', '1 measure']],
    ['The trucks stood 30 kilometres apart.', ['30 measure']],
    ['He lost 19 family members.', ['19 cardinal']],
    ['Three gunshot victims and 12 bus passengers were taken to hospital.', ['3 cardinal', '12 cardinal']],
    ['She had three gunshot wounds.', ['3 measure']],
    ['They burnt two school buses.', ['2 measure']],
    ['They seized several weapons.', ['several measure']],
    ['A third man fled.', ['3 ordinal']],
    ['The 3rd man fled.', ['3 ordinal']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    ['Police: 4 shot near the pier.', ['4 cardinal']],
    ['4 shot, 1 dead in Harrowgate', ['4 cardinal', '1 cardinal']],
    ['They may have hurt 12 people.', ['12 cardinal']],
    ['The war killed 1,987 people.', ['1987 cardinal']],
    ['In all, 1900 soldiers marched.', ['1900 cardinal']],
    ['Dozens wounded in Harrowgate', ['dozens vague']],
    ['He shot 211 on the road.', ['211 cardinal']],
  ])('%s still counts people', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

const pieces = [
  'at least',
  'more than',
  'between',
  'and',
  'to',
  'or',
  'a',
  'dozen',
  'dozens',
  'twenty',
  '-',
  'three',
  '3',
  '12',
  '1,200',
  '2019',
  'hundred',
  'million',
  'million',
  'people',
  'others',
  'year',
  'old',
  ',',
  '.',
  '(',
  ')',
  '$',
  '%',
  'March',
  'May',
  'p.m.',
  ':',
  '45',
  'Mill',
  'Road',
  'first',
  '21st',
  'few',
  'couple',
  'of',
  'aged',
  'Voss',
  'killed',
  '+',
  'or more',
  'half',
];

describe('readQuantities', () => {
  it('gives sorted, disjoint, non-empty ranges that hold their number, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        let end = 0;
        for (const quantity of read(text)) {
          expect(quantity.start).toBeGreaterThanOrEqual(end);
          expect(quantity.number.start).toBeGreaterThanOrEqual(quantity.start);
          expect(quantity.number.end).toBeLessThanOrEqual(quantity.end);
          expect(text.slice(quantity.number.start, quantity.number.end).trim()).not.toBe('');
          expect(quantity.value.min).toBeLessThanOrEqual(quantity.value.max ?? Number.POSITIVE_INFINITY);
          end = quantity.end;
        }
      }),
      { numRuns: 300 },
    );
  });
});
