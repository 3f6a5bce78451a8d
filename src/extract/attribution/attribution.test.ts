import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReport, readReport, readVoices } from '../../../test/kits/speech.ts';

describe('who speaks', () => {
  it.each([
    ['before the verb', 'Officials in Varlow said two people had died.', ['officials in Varlow: says']],
    ['after the verb', 'The bridge was closed, said Ada Quill, the harbour master.', ['Ada Quill: says']],
    ['with a title', 'Governor Matis Orne said the road was open.', ['Governor Matis Orne: says']],
    ['across an apposition', 'Ada Quill, the harbour master, said the pier held.', ['Ada Quill: says']],
    ['across a relative clause', 'Ada Quill, who saw the fire, said the pier held.', ['Ada Quill: says']],
    ['named after its office', '"We had no choice," said its spokesman, Idris Colm.', ['Idris Colm: says']],
    ['with a time between', 'Police on Monday said two people had died.', ['police: says']],
    ['a pronoun', 'Ada Quill runs the pier. She said it held.', ['Ada Quill: says']],
    [
      'a surname',
      'Governor Matis Orne said the road was open. It would stay so, Orne said.',
      ['Governor Matis Orne: says', 'Governor Matis Orne: says'],
    ],
    [
      'a short form',
      'The interior ministry said two died. The ministry said four were hurt.',
      ['interior ministry: says', 'interior ministry: says'],
    ],
    ['according to', 'Two people died, according to the fire service.', ['fire service: says']],
    [
      'who counted',
      'Ninety died last year, according to a count kept by the Varlow Gazette.',
      ['Varlow Gazette: says'],
    ],
    ['who puts a number', 'Saint Orla hospital put the number of dead at 14.', ['Saint Orla hospital: says']],
    ['who revises a toll', 'The ministry revised the toll down from 19 to 17.', ['ministry: says']],
    [
      'who corrects it',
      'The rescue service on Friday corrected the number of dead of the flood at Varlow from 13 to 12.',
      ['rescue service: says'],
    ],
    [
      'whose own figure it is',
      'The relief committee, whose own figure was seven, met on Monday.',
      ['relief committee: says'],
    ],
    [
      'the body whose letter it is',
      'The seamen’s union met in May. “One tired master is enough,” its letter said.',
      ['seamen’s union: says'],
    ],
    [
      'after and',
      'Orla Venn said two had died and warned that more might follow.',
      ['Orla Venn: says', 'Orla Venn: warns'],
    ],
  ])('finds a speaker %s', (_, text, expected) => {
    expect(readVoices(text)).toEqual(expected);
  });

  it.each([
    ['a thing', 'The police car alarm said nothing.'],
    ['nobody', 'No group has claimed responsibility for the attack.'],
    ['a refusal', 'The mayor declined to comment and would not say more.'],
    ['a passive without an agent', 'Parliament was told that the talks had failed.'],
    ['hearsay', 'Two men are believed to be in the house.'],
    ['a broken abbreviation', '“It got worse,” said Maj.'],
    ['a toll that was revised', 'The toll was revised to 17.'],
    ['who cuts something else', 'The ministry cut the number of trains to 12.'],
    ['what raised a toll', 'The blast raised the toll to 12.'],
    ['a person who only listens', 'The man was told to leave.'],
    ['a denial of bail', 'He was denied bail.'],
  ])('hears no voice of %s', (_, text) => {
    expect(readVoices(text)).toEqual([]);
  });

  it('hears the side before a colon in a headline, not a place', () => {
    expect(readVoices('Police: two dead in Varlow\nThe road is shut.', true)).toEqual(['police: says']);
    expect(readVoices('Harbour blaze: two dead in Varlow\nThe road is shut.', true)).toEqual([]);
  });
});

describe('what is said', () => {
  const quotes = (text: string) => readReport(text).voices.map(({ quote }) => quote);

  it.each([
    [
      'before a trailing cue',
      'VARLOW (Agency) - Two people died, police said on Monday.',
      ['Two people died, police said'],
    ],
    [
      'a quote over two sentences',
      '“The gate fell. Nobody was near it,” Ada Quill said.',
      ['“The gate fell. Nobody was near it,” Ada Quill said'],
    ],
    ['a split quote', '“We wait,” she said. “We want to hear who knew.”', []],
    [
      'a split quote of a name',
      '“We wait,” Ada Quill said. “We want to hear who knew.”',
      ['“We wait,” Ada Quill said. “We want to hear who knew.”'],
    ],
    [
      'up to another speaker',
      'The mayor said nine died; hospitals put the dead at 12.',
      ['The mayor said nine died', 'hospitals put the dead at 12'],
    ],
  ])('spans %s', (_, text, expected) => {
    expect(quotes(text)).toEqual(expected);
  });

  it('gives a quote that runs on over a paragraph to its speaker', () => {
    const told = readVoices('“The gate fell first,” said Ada Quill.\n“Then the whole wall came down behind it.”');
    expect(told).toEqual(['Ada Quill: says', 'Ada Quill: says']);
  });

  it('is a slice of the text, whatever the text', () => {
    const word = fc.constantFrom(
      'Ada Quill',
      'police',
      'said',
      '“',
      '”',
      '"',
      ',',
      '.',
      ';',
      'that',
      'two died',
      'who',
      'denied',
      'it',
      'to',
      'and',
      '—',
      '\n',
      '😀',
      'according to',
      ':',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const value = words.join(' ');
        for (const { start, end, quote } of readReport(value).voices) {
          expect(start).toBeLessThan(end);
          expect(makeReport(value).text.value.slice(start, end)).toBe(quote);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('stance', () => {
  it.each([
    ['denies by verb', 'The ministry denied that it had been told.', 'ministry: denies'],
    ['denies having done it', 'The Upland Assembly denied any involvement.', 'Upland Assembly: denies!'],
    ['denies in its own words', '“We had no part in it,” said Ada Quill.', 'Ada Quill: denies!'],
    ['calls a figure false', 'The ministry called that figure false.', 'ministry: denies'],
    ['calls an account incomplete', 'Governor Orne called the account incomplete.', 'Governor Orne: accuses'],
    ['accuses', 'The mayor accused the rebels of planting the bomb.', 'mayor: accuses'],
    ['holds responsible', 'The president held the rebels accountable for the attack.', 'president: accuses'],
    ['warns', 'The weather service had warned of heavy rain.', 'weather service: warns'],
    ['puts out a warning', 'The embassy put out a warning to travellers.', 'embassy: warns'],
    ['confirms', 'The governor’s office confirmed one call.', 'governor’s office: confirms'],
    ['backs up a claim', 'Police are backing up the claims of the group.', 'police: confirms!'],
    [
      'claims to have done it',
      'The Tide Front, an armed group, said its men carried out the attack.',
      'Tide Front: claims!',
    ],
    ['claims responsibility', 'Boko Haram claimed responsibility for the attack.', 'Boko Haram: claims!'],
    [
      'claims with a participle',
      'Two died, with the militant group Boko Haram claiming responsibility on its channel.',
      'militant group Boko Haram: claims!',
    ],
    ['says, of a called ambulance', 'The mayor called the ambulance service late, she said.', 'mayor: says'],
    ['says, of a body that did it lawfully', 'Police said they carried out the raid at dawn.', 'police: says'],
  ])('%s', (_, text, expected) => {
    expect(readVoices(text)).toContain(expected);
  });

  it('carries a denial on into the words of the same side', () => {
    const text =
      'The ministry rejected the statement. “There was not one soldier in that hall,” spokesman Ivo Renn said.';
    expect(readVoices(text)).toEqual(['ministry: denies', 'spokesman Ivo Renn: denies']);
  });
});

describe('attribution of figures', () => {
  const attributions = (text: string) =>
    readReport(text)
      .claims.filter(({ attribute }) => attribute === 'killed' || attribute === 'injured')
      .map(({ value, attribution }) => [
        value.kind === 'count' ? value.anchor : undefined,
        attribution?.chain.join(' < '),
      ]);

  it.each([
    [
      'only what the speaker says',
      'Nine people were killed in the blast in Varlow. Police said four people were injured.',
      [
        [9, undefined],
        [4, 'police'],
      ],
    ],
    [
      'each to its own speaker',
      'The mayor said nine people were killed; doctors said 12 people were injured.',
      [
        [9, 'mayor'],
        [12, 'doctors'],
      ],
    ],
    ['with who passed it on', 'Officials told Reuters that nine people were killed.', [[9, 'officials < Reuters']]],
  ])('takes %s', (_, text, expected) => {
    expect(attributions(text)).toEqual(expected);
  });

  it('marks the figures of whoever did it as claims of a party', () => {
    const { claims } = readReport('Boko Haram claimed that its men had killed 40 soldiers in the attack in Varlow.');
    const killed = claims.find(({ attribute }) => attribute === 'killed');
    expect(killed).toMatchObject({ modality: 'claimed', partisan: true, attribution: { kind: 'perpetrator' } });
  });

  it.each([
    ['Hospital officials said two people were killed.', 'medical'],
    ['A spokesman for the army said two people were killed.', 'military'],
    ['Police chief Ada Quill said two people were killed.', 'police'],
    ['The rebels said two people were killed.', 'partisan'],
    ['Her father said two people were killed.', 'relative'],
    ['Witnesses said two people were killed.', 'witness'],
  ])('names the kind of speaker: %s', (text, kind) => {
    expect(readReport(text).claims.find(({ attribute }) => attribute === 'killed')?.attribution?.kind).toBe(kind);
  });
});
