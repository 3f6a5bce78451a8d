import { expect, it } from 'vitest';
import { tellFindings } from '../../../test/kits/sentences.ts';

it.each([
  ['Twelve people were killed.', ['killed 12 [Twelve people]']],
  ['A bomb went off, killing 12 people.', ['killed 12 [12 people]']],
  ['Twenty clerks were treated for burns.', ['hospitalised 20 [Twenty clerks]']],
  ['Six people were treated as they left the hall.', ['hospitalised 6 [Six people]']],
  ['Nine people were treated with oxygen.', ['hospitalised 9 [Nine people]']],
  ['Three people were hit by a bus.', ['struck 3 [Three people]']],
  ['Four miners were crushed by falling rock.', ['killed 4 [Four miners]']],
  [
    'At least 11 people were killed and dozens wounded on Friday.',
    ['killed 11 [At least 11 people]', 'injured dozens [dozens]'],
  ],
  ['The bombing killed 29 travellers and two guards.', ['killed 29 [29 travellers]', 'killed 2 [two guards]']],
  ['More than 200 people were killed or wounded in the shelling.', ['casualties 200 [More than 200 people]']],
  ['The blast killed or injured 40 workers.', ['casualties 40 [40 workers]']],
  ['Nine people were treated at the scene.', ['hospitalised 9 [Nine people]']],
  ['He was convicted of killing two guards.', ['killed 2 [two guards]']],
  ['Doctors treated 31 people for burns.', ['hospitalised 31 [31 people]']],
  [
    '13 civilians killed 43 others injured in rocket attacks on Orrin.',
    ['killed 13 [13 civilians]', 'injured 43 [43 others] more'],
  ],
  ['The blast killed 10 people and wounded other 70.', ['killed 10 [10 people]', 'injured 70 [70] more']],
  ['17 soldiers including a commander were killed.', ['killed 17 [17 soldiers]', 'killed 1 [a commander] part']],
  ['He shot his wife and two sons to death.', ['killed 1 [his wife]', 'killed 2 [two sons]']],
  ['Two gunmen killed 12 wounded soldiers.', ['killed 12 [12]', 'injured 12 [12]', 'perpetrators 2 [Two gunmen]']],
  ['Boy, 7, shot in Orrin.', ['struck 1 [Boy, 7]']],
  ['The plot could have killed hundreds.', ['killed hundreds [hundreds] hypothetical']],
  ['Police foiled a plan to kill 40 people.', ['killed 40 [40 people] hypothetical']],
])('reads verbs that harm or seize: %s', (text, findings) => {
  expect(tellFindings(text)).toEqual(findings);
});

it.each([
  'Ormel killed off the game in the last minute.',
  'They treated 40 reports as spam.',
  'The clinic treats 400 patients a year.',
  'She shot a film about 12 people.',
  'They struck a deal with 40 farmers.',
  'Thousands of workers are being treated as second-class citizens.',
  'Two hundred nurses were treated like servants.',
  'Twenty clerks were treated to a free lunch.',
  'About 300 families were hit by the tax rise.',
  'Forty farmers were hurt by falling prices.',
  'Nine traders were crushed by debts.',
  'The motion passed by 31 votes to 12.',
  'The hall has 400 seats.',
  'Her cousin, 46, shot Voss film after film.',
])('finds nobody in: %s', (text) => {
  expect(tellFindings(text)).toEqual([]);
});
