import { dayExamples } from './days.ts';
import { designExamples } from './design.ts';
import { disasterExamples } from './disasters.ts';
import type { Example } from './example.ts';
import { peopleExamples } from './people.ts';
import { reportExamples } from './reports.ts';
import { wordExamples } from './words.ts';

/** All worked examples under the headings of the page. */
export const chapters: readonly { readonly title: string; readonly examples: readonly Example[] }[] = [
  { title: 'Of the design', examples: designExamples },
  { title: 'What the words come to', examples: wordExamples },
  { title: 'Several reports', examples: reportExamples },
  { title: 'Who is counted', examples: peopleExamples },
  { title: 'Disasters and accidents', examples: disasterExamples },
  { title: 'When and where', examples: dayExamples },
];
