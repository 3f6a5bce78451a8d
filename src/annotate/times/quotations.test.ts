import { checkTimes } from './cases.ts';

checkTimes('times in a quotation count from the day it was spoken', {
  'On Wednesday he said: “They came this morning.”': ['Wednesday → 2024-03-20', 'this morning → 2024-03-20 morning'],
  '“Gunmen came last night,” the mayor told reporters on Thursday.': [
    'last night → 2024-03-20 night',
    'Thursday → 2024-03-21',
  ],
  '"We lost nine men yesterday," he said in a statement on Friday.': ['yesterday → 2024-03-21', 'Friday → 2024-03-22'],
  '“It began on Friday,” she said on Wednesday.': ['Friday → 2024-03-15', 'Wednesday → 2024-03-20'],
  'In an interview on Tuesday she said, “The levee broke overnight.”': [
    'Tuesday → 2024-03-19',
    'overnight → 2024-03-18/2024-03-19 night',
  ],
});

checkTimes('other days beside a quotation leave it to the day of print', {
  'The mayor said on Wednesday he would go. “They came this morning,” a man said.': [
    'Wednesday → 2024-03-20',
    'this morning → 2024-03-24 morning',
  ],
  '“They came this morning,” said a man whose shop burned on Wednesday.': [
    'this morning → 2024-03-24 morning',
    'Wednesday → 2024-03-20',
  ],
  'He said on Wednesday they came this morning.': ['Wednesday → 2024-03-20', 'this morning → 2024-03-24 morning'],
  '“They came on 3 March 2023,” she said on Wednesday.': ['3 March 2023 → 2023-03-03', 'Wednesday → 2024-03-20'],
  'The “Monday group” said on Wednesday it was over.': ['Monday → 2024-03-18', 'Wednesday → 2024-03-20'],
});
