/** What a number of the settings may be: bounds included, whole where it counts things. */
export interface Bound {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

/** A bound for every number in a table of settings; a new number without one does not compile. */
export type BoundsOf<T> = {
  readonly [name in keyof T as T[name] extends readonly unknown[]
    ? never
    : T[name] extends number | object
      ? name
      : never]: T[name] extends number ? Bound : BoundsOf<T[name]>;
};

function real(least: number, most: number): Bound {
  return { least, most, isWhole: false };
}

function whole(least: number, most: number): Bound {
  return { least, most, isWhole: true };
}

/** Part of a whole. */
const share = real(0, 1);
/** What one sign adds to or takes from a score, and scores themselves. */
const score = real(-100, 100);
const weight = real(0, 100);
/** How many there are at most; none would leave nothing to read. */
const most = whole(1, 1_000_000);
/** How many there must be at least; none asks for nothing. */
const least = whole(0, 1_000_000);
/** A century. */
const days = whole(0, 36_525);
/** Half the way round the earth. */
const kilometres = real(0, 20_040);
/** A day. */
const seconds = real(0, 86_400);
/** Nothing may take no time at all: it would all be set aside. */
const someSeconds = real(0.001, 86_400);
/** The largest piece of memory Node hands out is 4 GiB. */
const someMegabytes = real(0.001, 4096);
const bytes = whole(1, 4_294_967_296);
/** The longest text V8 holds. */
const characters = whole(1, 536_870_888);

const terms = {
  commonShare: share,
  everydayShare: share,
  ordinaryShare: share,
  rareShare: share,
  nameShare: share,
  keptTerms: most,
} as const;

const stories = {
  ...terms,
  headlineWeight: weight,
  placeWeight: weight,
  windowTerms: least,
  anytimeTerms: least,
  windowDays: whole(1, days.most),
  maxNameHolders: most,
  maxWordHolders: most,
  maxBandHolders: most,
  minPoints: weight,
  minCosine: share,
  keptScore: score,
  joinScore: score,
  bestShare: share,
  gapPenalty: score,
  sameDay: score,
  nextDay: score,
  dayApart: score,
  sameCity: score,
  sameState: score,
  placeApart: score,
  sharedVenue: score,
  sharedName: score,
  maxSharedNames: least,
  dateSlackDays: days,
  nearKm: kilometres,
} as const;

const copies = {
  windowShingles: whole(1, 100),
  minMarks: most,
  maxHolders: most,
  stockStories: most,
  maxGapWords: least,
  verbatimShare: share,
  wireShare: share,
  derivedShare: share,
  derivedWords: least,
  quotedWords: least,
  minSentenceShare: share,
  minRareWords: least,
  minContentWords: least,
  minOrderedWords: least,
  minOrderedShare: share,
  parallelSentences: least,
  parallelShare: share,
  parallelOrder: share,
  phraseRareWords: least,
  mixedTraces: least,
  mixedSentences: least,
  minSharedRare: least,
  storyWordShare: share,
  maxOrigins: most,
} as const;

const incidents = {
  ...terms,
  keyTerms: most,
  maxKeyHolders: most,
  maxWordHolders: most,
  joinScore: score,
  possibleScore: score,
  bestShare: share,
  mainOfStory: score,
  otherStory: score,
  sameName: score,
  sameVenue: score,
  venueWord: score,
  otherVenue: score,
  otherNames: score,
  sharedPerson: score,
  sharedOrganisation: score,
  sameDay: score,
  recalledDay: score,
  recalledInWar: score,
  nextDay: score,
  otherHours: score,
  otherAges: score,
  sameWeek: score,
  sameMonth: score,
  sameYear: score,
  wideDate: score,
  noDate: score,
  daysApartInStory: score,
  weeksApartInStory: score,
  anniversary: score,
  sameCity: score,
  nearCity: score,
  sameState: score,
  sameCountry: score,
  placeApart: score,
  otherTown: score,
  sameType: score,
  differentType: score,
  contraryType: score,
  sharedCategory: score,
  otherCategory: score,
  sharedFigure: score,
  alikeWords: score,
  dateSlackDays: days,
  nearKm: kilometres,
  maxStoryGapDays: days,
  tellingWords: most,
} as const;

/** What each number of the settings may be. */
export const bounds = {
  limits: {
    maxInputMegabytes: someMegabytes,
    maxSecondsPerDocument: someSeconds,
    // Cleaning gets by with so much, reading needs twice as much.
    maxWorkerMegabytes: real(64, 1_048_576),
  },
  fetch: {
    secondsBetweenRequests: seconds,
    maxSeconds: someSeconds,
    maxWaitSeconds: seconds,
    maxMegabytes: someMegabytes,
    // RFC 9110 leaves the number open; a browser gives up at twenty.
    maxRedirects: whole(0, 20),
    maxHosts: whole(1, 256),
    maxPagesPerFeed: most,
  },
  unpack: {
    maxNesting: whole(0, 100),
    maxMembers: whole(1, 1_000_000_000),
    maxMemberBytes: bytes,
    maxUnpackedBytes: whole(1, 1_099_511_627_776),
  },
  ingest: {
    maxBytes: bytes,
    maxTextChars: characters,
    maxLineChars: characters,
    maxHtmlChars: characters,
    // Elements are walked by functions that call themselves.
    maxDepth: whole(1, 2000),
    maxElements: whole(1, 100_000_000),
  },
  clean: { minBodyWords: least },
  annotate: {},
  extract: { minConfidence: share },
  link: {
    // What a single article prints is never site boilerplate.
    furniture: {
      siteArticles: whole(2, most.most),
      siteSpanDays: days,
      sites: most,
      articles: whole(2, most.most),
      spanDays: days,
    },
    stories,
    anchors: { maxPageGapDays: days, minSupport: weight, minSupportOverField: weight, supportRatio: weight },
    copies,
    incidents,
  },
  reconcile: { freshDays: days, maxDeathDelayDays: days },
} as const;

/** Threads that read documents: no machine this is for has more cores, and each thread takes its own memory. */
export const workerBound = whole(0, 64);

/** Tell whether a value is a number within its bound. */
export function isWithin(value: unknown, { least, most, isWhole }: Bound): value is number {
  const isKind = typeof value === 'number' && (isWhole ? Number.isInteger(value) : Number.isFinite(value));
  return isKind && value >= least && value <= most;
}

/** Say what a number may be, and what was given: "give a whole number from 1 to 256, not 0". */
export function sayBound({ least, most, isWhole }: Bound, value: unknown): string {
  const kind = isWhole ? 'a whole number' : 'a number';
  return `give ${kind} from ${least} to ${most}, not ${sayValue(value)}`;
}

function sayValue(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return (JSON.stringify(value) ?? String(value)).slice(0, 60);
}
