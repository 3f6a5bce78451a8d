import { expect, it } from 'vitest';
import { tellFindings } from '../../../../test/kits/sentences.ts';

it.each([
  ['Three gunmen held 22 people hostage.', 'perpetrators 3 [Three gunmen]'],
  ['Detectives say two masked men jumped from a van.', 'perpetrators 2 [two masked men]'],
  ['Three people opened fire on a crowd.', 'perpetrators 3 [Three people]'],
])('counts the attackers of: %s', (text, finding) => expect(tellFindings(text)).toContain(finding));

it.each([
  'Two gunmen were killed.',
  'Police are looking for several suspects.',
  'The army faces 200 militants.',
  'Two men jumped from a van.',
  'Two officers opened fire.',
])('counts no attackers in: %s', (text) => expect(tellFindings(text).join(' ')).not.toMatch(/perpetrators/));
