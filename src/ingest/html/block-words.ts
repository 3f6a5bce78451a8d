/** What the words of a block show, in any language; lengths are in letters, a sign of a script without spaces counting as three. */
export interface BlockWords {
  readonly length: number;
  readonly links: number;
  /** 1 where it ends as a sentence does. */
  readonly ends: number;
  /** Commas in a hundred letters. */
  readonly commas: number;
  /** Sentences that end within it. */
  readonly inner: number;
  readonly capital: number;
  readonly digits: number;
  /** Signs of furniture: bars, arrows, addresses, the sign of copyright. */
  readonly signs: number;
  readonly clock: number;
  /** How often its very words stand elsewhere on the page. */
  readonly repeats: number;
  /** Share of its words that stand in the page's title, and in its description. */
  readonly titled: number;
  readonly described: number;
  /** 1 or 0 where the page states its body and these words are or are not in it; -1 where it states none. */
  readonly stated: number;
  /** True for a sentence with few links. */
  readonly isProse: boolean;
}

/** What words are compared with. */
interface Compared {
  readonly title: string;
  readonly description: string;
  readonly articleBody: string;
  readonly repeats: number;
}

export const noWords: BlockWords = {
  ...{ length: 0, links: 0, ends: 0, commas: 0, inner: 0, capital: 0, digits: 0, signs: 0, clock: 0, repeats: 0 },
  ...{ titled: 0, described: 0, stated: -1, isProse: false },
};

const sentenceEnd = /[.!?…。！？।]["'”’»)\]」』]*$/;
const innerEnd = /[.!?…]["'”’»)]*\s+(?=["'“‘„«¿¡(]*[\p{Lu}\p{Lo}])|[。！？।]/gu;
const dense = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]/g;
const furnitureSigns = /[|©→›»«•·@#]|https?:|www\./g;
const clockTime = /\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/;
const fewestProse = 60;
const comparedChars = 2000;
const statedChars = 60;

/** Count what the words of one block show. */
export function countBlock(
  text: string,
  linkDensity: number,
  { title, description, articleBody, repeats }: Compared,
): BlockWords {
  const length = text.length + 2 * (text.match(dense)?.length ?? 0);
  const ends = sentenceEnd.test(text.slice(-8)) ? 1 : 0;
  const first = text.charAt(/\p{L}/u.exec(text)?.index ?? 0);
  return {
    length,
    links: linkDensity,
    ends,
    commas: ((text.match(/[,;،、，]/g)?.length ?? 0) * 100) / length,
    inner: text.match(innerEnd)?.length ?? 0,
    capital: first !== first.toLowerCase() ? 1 : 0,
    digits: (text.match(/\d/g)?.length ?? 0) / text.length,
    signs: text.match(furnitureSigns)?.length ?? 0,
    clock: clockTime.test(text) ? 1 : 0,
    repeats,
    titled: shareWords(text, title),
    described: shareWords(text, description),
    stated: articleBody === '' ? -1 : Number(articleBody.includes(text.slice(0, statedChars))),
    isProse: length >= fewestProse && linkDensity < 0.3 && (ends === 1 || length > 3 * fewestProse),
  };
}

/** Share of a text's words that stand in another. */
function shareWords(text: string, other: string): number {
  if (other === '' || text.length > comparedChars) return 0;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return 0;
  return words.filter((word) => other.includes(word)).length / words.length;
}
