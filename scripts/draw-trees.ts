import type { Annotations, Article, Claim, Coreference, DeepLayers, Mention, Range } from '../src/model/index.ts';
import { type DependencyTree, growTrees, type TreeWord } from '../src/text/trees/index.ts';

/** An article, its layers, and the claims made of it. */
export interface Drawn {
  readonly article: Article;
  readonly annotations: Annotations;
  readonly claims: readonly Claim[];
}

/**
 * Draw each sentence that the trained reader read.
 *
 * Words are indented below their heads, with tags and relations; beside a word stand the mention and name it heads, and the
 * first mention of the same entity. Below the tree come the claims that rest on the sentence.
 */
export function drawTrees({ article, annotations, claims }: Drawn): string {
  const { deep, sentences } = annotations;
  if (deep === undefined) return 'not read by the trained reader\n';
  const text = article.text.value;
  const entities = nameEntities(deep, text);
  const drawn = growTrees(annotations).flatMap((tree, index) => {
    const sentence = sentences.items[index];
    if (sentence === undefined) return [];
    const title = `${index + 1}. ${quote(text, sentence)}`;
    if (tree === undefined) return [`${title}\n  (spared)`];
    return [[title, ...drawTree(tree, entities), ...drawClaims(claims, sentence)].join('\n')];
  });
  return `${drawn.join('\n\n')}\n`;
}

function quote(text: string, { start, end }: Range): string {
  return text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
}

/** Label each mention of an entity that has several: the entity's number, and the words of its first mention ('#1 = "a driver"'). */
function nameEntities({ mentions, coreference }: DeepLayers, text: string): ReadonlyMap<Mention, string> {
  const size = new Map<number, number>();
  for (const { entity } of coreference.items) size.set(entity, (size.get(entity) ?? 0) + 1);
  const numbers = new Map([...size].filter(([, count]) => count > 1).map(([entity], at) => [entity, at + 1]));
  return new Map(
    coreference.items.flatMap((link: Coreference) => {
      const [mention, first] = [mentions.items[link.mention], mentions.items[link.entity]];
      const number = numbers.get(link.entity);
      if (mention === undefined || first === undefined || number === undefined) return [];
      return [[mention, mention === first ? `#${number}` : `#${number} = "${quote(text, first)}"`] as const];
    }),
  );
}

function drawTree({ words }: DependencyTree, entities: ReadonlyMap<Mention, string>): readonly string[] {
  const roots = words.filter(({ parent }) => parent === undefined);
  return roots.flatMap((root) => drawWord(root, 1, entities));
}

function drawWord(word: TreeWord, depth: number, entities: ReadonlyMap<Mention, string>): readonly string[] {
  const before = word.children.filter(({ at }) => at < word.at);
  const after = word.children.filter(({ at }) => at > word.at);
  const below = (children: readonly TreeWord[]): readonly string[] =>
    children.flatMap((child) => drawWord(child, depth + 1, entities));
  return [...below(before), drawLine(word, depth, entities), ...below(after)];
}

function drawLine(
  { word, form, lemma, mention, name, at }: TreeWord,
  depth: number,
  entities: ReadonlyMap<Mention, string>,
): string {
  const own = `${String(at + 1).padStart(3)} ${'  '.repeat(depth)}${form}${lemma === form ? '' : ` (${lemma})`}`;
  const notes = [
    ...(mention === undefined
      ? []
      : [`${mention.form} ${mention.type}${spread(mention)}`, entities.get(mention) ?? '']),
    ...(name === undefined ? [] : [`name: ${name.type}${spread(name)}`]),
  ].filter((note) => note !== '');
  return `${own.padEnd(48)} ${word.deprel.padEnd(13)} ${word.xpos.padEnd(5)} ${notes.join('; ')}`.trimEnd();
}

function spread({ first, last }: { readonly first: number; readonly last: number }): string {
  return last - first === 1 ? '' : ` of ${last - first} words`;
}

function drawClaims(claims: readonly Claim[], sentence: Range): readonly string[] {
  return claims
    .filter(({ evidence }) => evidence.some(({ start, end }) => start < sentence.end && end > sentence.start))
    .map(({ attribute, producer, evidence }) => {
      const words = evidence.map(({ quote: words }) => `"${words}"`).join(' + ');
      return `  ${producer.name} ${producer.rule ?? ''}: ${attribute} ${words}`;
    });
}
