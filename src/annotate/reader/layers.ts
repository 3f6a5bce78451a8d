import type {
  Coreference,
  DeepLayers,
  EntityType,
  Mention,
  ProperName,
  SpotVectors,
  Token,
  Upos,
  Word,
} from '../../model/index.ts';
import type { SentenceReading } from './decode.ts';
import type { NotedMention } from './noted.ts';

const producer = { name: 'reader-en', version: '1' } as const;

const nameTypes: Readonly<Record<string, ProperName['type']>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
  NAT: 'nationality',
};

/** A sentence that was read, and the token its first word is. */
export interface PlacedReading {
  readonly first: number;
  readonly reading: SentenceReading;
  readonly mentions: readonly NotedMention[];
}

/** Lay what was read over the article's tokens; `antecedents` and `entities` are by mention, in order. */
export function makeLayers(
  text: string,
  tokens: readonly Token[],
  readings: readonly PlacedReading[],
  types: readonly string[],
  links: { readonly antecedents: readonly (number | undefined)[]; readonly entities: readonly number[] },
): DeepLayers {
  const mentions = readings.flatMap(({ first, reading, mentions }) =>
    mentions.map((mention) => placeMention(mention, first, reading, tokens, types)),
  );
  return {
    syntax: { name: 'syntax', text, producer, items: readings.flatMap((placed) => placeWords(placed, tokens)) },
    mentions: { name: 'mentions', text, producer, items: mentions },
    properNames: {
      name: 'properNames',
      text,
      producer,
      items: readings.flatMap((placed) => placeNames(placed, tokens)),
    },
    spots: { name: 'spots', text, producer, items: readings.map((placed) => placeSpots(placed, tokens)) },
    coreference: {
      name: 'coreference',
      text,
      producer,
      items: mentions.map(({ start, end }, mention): Coreference => {
        const antecedent = links.antecedents[mention];
        const entity = links.entities[mention] ?? mention;
        return { start, end, mention, ...(antecedent === undefined ? {} : { antecedent }), entity };
      }),
    },
  };
}

function rangeOf(tokens: readonly Token[], first: number, last: number): { start: number; end: number } {
  return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 };
}

function placeWords({ first, reading }: PlacedReading, tokens: readonly Token[]): readonly Word[] {
  return reading.upos.map((upos, index) => {
    const head = reading.heads[index] ?? 0;
    const token = first + index;
    return {
      ...rangeOf(tokens, token, token + 1),
      token,
      upos: upos as Upos,
      xpos: reading.xpos[index] ?? '',
      lemma: reading.lemmas[index] ?? '',
      ...(head === 0 ? {} : { head: first + head - 1 }),
      deprel: reading.relations[index] ?? 'dep',
    };
  });
}

function placeSpots({ first, reading }: PlacedReading, tokens: readonly Token[]): SpotVectors {
  const last = first + reading.upos.length;
  return { ...rangeOf(tokens, first, last), first, last, values: reading.spots };
}

function placeMention(
  mention: NotedMention,
  offset: number,
  reading: SentenceReading,
  tokens: readonly Token[],
  types: readonly string[],
): Mention {
  const upos = reading.upos[mention.head];
  const first = offset + mention.first;
  const last = offset + mention.last;
  return {
    ...rangeOf(tokens, first, last),
    first,
    last,
    head: offset + mention.head,
    type: (types[mention.type] ?? 'abstract') as EntityType,
    form: upos === 'PROPN' ? 'named' : upos === 'PRON' || upos === 'DET' ? 'pronominal' : 'nominal',
  };
}

function placeNames({ first: offset, reading }: PlacedReading, tokens: readonly Token[]): readonly ProperName[] {
  return reading.names.map(({ first, last, kind }) => ({
    ...rangeOf(tokens, offset + first, offset + last),
    first: offset + first,
    last: offset + last,
    type: nameTypes[kind] ?? 'other',
  }));
}
