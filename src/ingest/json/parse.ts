/** What a file of JSON comes to: its values in order, and what is to be said of it. */
interface ParsedJson {
  readonly values: readonly unknown[];
  /** True where the file ends within a value; what came whole is among `values`. */
  readonly truncated: boolean;
  /** Why nothing could be read, where nothing could. */
  readonly problem?: string;
}

const maxJsonDepth = 200;

/**
 * Parse JSON as programs leave it: also with the words of Python and JavaScript for no number (`NaN`), with several values one after the
 * other, and cut off in the middle.
 */
export function parseJson(text: string): ParsedJson {
  const spans = cutValues(text);
  if (spans === undefined) return broken(`it is nested more than ${maxJsonDepth} deep`);
  const whole = attempt(text);
  if ('value' in whole) return { values: [whole.value], truncated: false };
  const mended = attempt(replaceWords(text));
  if ('value' in mended) return { values: [mended.value], truncated: false };
  const values = spans.whole.flatMap(({ start, end }) => readValue(text.slice(start, end)));
  const isLoose = spans.whole.length === 0 || values.length < spans.whole.length;
  if (values.length === 0 || (isLoose && !spans.isOpen)) return broken(whole.problem);
  return { values, truncated: spans.isOpen };
}

function broken(problem: string): ParsedJson {
  return { values: [], truncated: false, problem };
}

function readValue(text: string): readonly unknown[] {
  const plain = attempt(text);
  if ('value' in plain) return [plain.value];
  const mended = attempt(replaceWords(text));
  return 'value' in mended ? [mended.value] : [];
}

function attempt(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown error';
    return { problem: message.replace(/\s+/g, ' ').slice(0, 120) };
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Objects and lists that are whole: the outermost, or inside one that is not closed those directly in what is left open. */
interface Spans {
  readonly whole: readonly Span[];
  readonly isOpen: boolean;
}

/** Find the whole values of a text in one pass; `undefined` where brackets are nested too deep. */
function cutValues(text: string): Spans | undefined {
  const open: number[] = [];
  let whole: Span[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x22) i = skipString(text, i);
    else if (code === 0x7b || code === 0x5b) {
      open.push(i);
      if (open.length > maxJsonDepth) return undefined;
    } else if (code === 0x7d || code === 0x5d) {
      const start = open.pop();
      if (start === undefined) continue;
      let inner = whole.length;
      while (inner > 0 && (whole[inner - 1]?.start ?? 0) > start) inner -= 1;
      whole.length = inner;
      whole.push({ start, end: i + 1 });
    }
  }
  // Lists of names and the like inside an article that was cut off are no articles.
  if (open.length > 0) whole = whole.filter(({ start }) => text.charCodeAt(start) === 0x7b);
  return { whole, isOpen: open.length > 0 };
}

function skipString(text: string, quote: number): number {
  for (let end = text.indexOf('"', quote + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

const words: Readonly<Record<string, string>> = { True: 'true', False: 'false' };
/** JSON for people has comments, and a comma after the last of a list. */
const comment = /\/\/[^\n]*(?=\n)|\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//g;
const lastComma = /,(\s*[\]}])/g;
const foreign = /-?\b(?:NaN|Infinity|undefined|None|True|False)\b/g;

/** Put what JSON has in place of words it does not have, outside strings. */
function replaceWords(text: string): string {
  let mended = '';
  let from = 0;
  while (from < text.length) {
    const quote = text.indexOf('"', from);
    const end = quote < 0 ? text.length : quote;
    mended += text
      .slice(from, end)
      .replace(comment, ' ')
      .replace(lastComma, '$1')
      .replace(foreign, (word) => words[word] ?? 'null');
    if (quote < 0) break;
    const close = skipString(text, quote);
    mended += text.slice(quote, close + 1);
    from = close + 1;
  }
  return mended;
}
