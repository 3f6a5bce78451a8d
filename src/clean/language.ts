import { eld } from 'eld/extrasmall';
import languageWords from '../../data/language-words.json' with { type: 'json' };

const sampleChars = 1500;
/** Shorter texts are too little evidence against the language the page or the run expects. */
const leastWords = 12;
const fewestKnown = 3;
const english: ReadonlySet<string> = new Set(languageWords.english);

/** Name the language of a text by ISO 639-1; `undefined` where there is too little of it to tell. */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, sampleChars).toLowerCase();
  const words = sample.match(/\p{L}+/gu) ?? [];
  if (words.length < leastWords) {
    const letters = words.join('');
    const foreign = letters.match(/[^\p{Script=Latin}]/gu)?.length ?? 0;
    return letters.length >= 20 && foreign > letters.length * 0.5 ? eld.detect(sample).language || 'und' : undefined;
  }
  const met = words.filter((word) => english.has(word));
  // Hungarian and Portuguese share "a" with English, and "is"; only English has several of these words.
  const known = new Set(met).size < fewestKnown ? 0 : met.length;
  if (known >= words.length * 0.25) return 'en';
  const { language } = eld.detect(sample);
  if (language === '' || language === 'en') return language === '' ? undefined : 'en';
  return known >= words.length * 0.12 ? 'en' : language;
}
