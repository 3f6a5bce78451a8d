export { type ExtractInput, extract } from './extract.ts';
export { type ReadSentence, readSentences } from './findings.ts';
export { defaults, type Options } from './options.ts';
export { type SentenceView, viewSentences } from './view.ts';
export { explainMentions, type MentionOutcome, type SentenceOutcome } from './why-not.ts';
