/** Something an answer may be, with its signs and how right it is, 0..1. */
export interface Choice {
  readonly key: string;
  readonly signs: readonly string[];
  readonly good: number;
}

/** One question: what is told of a happening, and the signs of the answer that nothing told is right. */
export interface Example {
  readonly article: string;
  readonly choices: readonly Choice[];
  readonly none: readonly string[];
}

/** How to fit. */
export interface FitOptions {
  /** Pull of every weight towards nothing. */
  readonly decay: number;
  readonly epochs: number;
  /** Articles in which a sign must stand. */
  readonly leastArticles: number;
  readonly rate: number;
}

/** Signs that only a tree or the trained reader's names give, alone or in a pair. */
const readerSigns =
  /(?:^|\s)(?:relation|head|hung-on|[\w:]+-on|path|second|second-word|verb|verb-is|verb-steps|read)=|(?:^|\s)(?:main-verb|is-root)$/;

/** Make of an example what the fast reader would see: no trees, no names read. */
export function withoutReader({ article, choices, none }: Example): Example {
  const plain = (signs: readonly string[]): string[] => {
    const kept = signs.filter((sign) => !readerSigns.test(sign));
    const side = signs.find((sign) => /^[mo] /.test(sign))?.[0] ?? 'm';
    const rule = signs.find((sign) => sign.startsWith('rule='));
    const added = ['no-tree', ...(rule === undefined ? [] : ['read=unread', `${rule} read=unread`])];
    return [...kept, ...added, ...added.map((sign) => `${side} ${sign}`)];
  };
  const told = choices.filter(({ signs }) => !signs.includes('rule=place-read'));
  return { article, choices: told.map((choice) => ({ ...choice, signs: plain(choice.signs) })), none };
}

/** Number the signs that stand in enough articles. */
function numberSigns(examples: readonly Example[], leastArticles: number): ReadonlyMap<string, number> {
  const articles = new Map<string, Set<string>>();
  for (const { article, choices, none } of examples)
    for (const signs of [none, ...choices.map((choice) => choice.signs)])
      for (const sign of signs) articles.set(sign, (articles.get(sign) ?? new Set()).add(article));
  const kept = [...articles].filter(([, where]) => where.size >= leastArticles).map(([sign]) => sign);
  return new Map(kept.sort().map((sign, at) => [sign, at]));
}

/** Shuffle by a seed, so that the same gold gives the same weights. */
function shuffle(order: number[], seed: number): number {
  let state = seed;
  for (let at = order.length - 1; at > 0; at--) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return state;
}

/** A coarser answer is better than none where nothing right is told. */
const coarse = 0.02;

/** Fit weights by the likelihood of what is right (softmax over choices and nothing; Adagrad with decay). */
export function fit(examples: readonly Example[], options: FitOptions): Readonly<Record<string, number>> {
  const numbers = numberSigns(examples, options.leastArticles);
  const weights = new Float64Array(numbers.size);
  const squares = new Float64Array(numbers.size).fill(1e-8);
  const numbered = (signs: readonly string[]): number[] => signs.flatMap((sign) => numbers.get(sign) ?? []);
  const data = examples.map(({ choices, none }) => {
    const sum = choices.reduce((total, { good }) => total + good, 0);
    const nothing = sum >= 0.5 ? 0 : sum > 0 ? coarse : 1;
    return {
      signs: [...choices.map((choice) => numbered(choice.signs)), numbered(none)],
      good: [...choices.map(({ good }) => good), nothing],
    };
  });
  const order = data.map((_, at) => at);
  let seed = 7;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    seed = shuffle(order, seed);
    for (const at of order) {
      const one = data[at];
      if (one !== undefined) step(one, weights, squares, options);
    }
  }
  const rounded = [...numbers].map(([sign, at]) => [sign, Math.round((weights[at] ?? 0) * 1000) / 1000] as const);
  return Object.fromEntries(rounded.filter(([, weight]) => Math.abs(weight) >= 0.005));
}

function step(
  { signs, good }: { readonly signs: readonly number[][]; readonly good: readonly number[] },
  weights: Float64Array,
  squares: Float64Array,
  { decay, rate }: FitOptions,
): void {
  const scores = signs.map((own) => own.reduce((sum, sign) => sum + (weights[sign] ?? 0), 0));
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((a, b) => a + b, 0);
  const right = powers.reduce((sum, power, at) => sum + power * (good[at] ?? 0), 0);
  const slopes = new Map<number, number>();
  signs.forEach((own, at) => {
    const power = powers[at] ?? 0;
    const slope = power / all - (power * (good[at] ?? 0)) / right;
    if (Math.abs(slope) < 1e-6) return;
    for (const sign of own) slopes.set(sign, (slopes.get(sign) ?? 0) + slope);
  });
  for (const [sign, slope] of slopes) {
    const whole = slope + decay * (weights[sign] ?? 0);
    squares[sign] = (squares[sign] ?? 0) + whole * whole;
    weights[sign] = (weights[sign] ?? 0) - (rate * whole) / Math.sqrt(squares[sign] ?? 1);
  }
}

/** Print weights as JSON, one a line, sorted. */
export function printWeights(weights: Readonly<Record<string, number>>): string {
  const lines = Object.entries(weights)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sign, weight]) => `${JSON.stringify(sign)}:${weight}`);
  return `{"weights":{\n${lines.join(',\n')}\n}}\n`;
}
