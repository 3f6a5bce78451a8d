import { describe, expect, it } from 'vitest';
import { makePiece } from '../piece.ts';
import { judgePiece, rules } from './index.ts';

const judge = (text: string, extra: { tag?: string; hints?: readonly string[]; linkDensity?: number } = {}) =>
  judgePiece(makePiece(text, { start: 0, end: text.length }, { tag: 'p', hints: [], linkDensity: 0, ...extra }));

/** What each family knows, and what looks like it and is the report's own. */
const cases: Readonly<Record<string, { readonly yes: readonly string[]; readonly no: readonly string[] }>> = {
  sharing: {
    yes: [
      'Share',
      'SHARE THIS STORY',
      'Facebook | Twitter',
      'Follow us on Twitter',
      'Read or Share this story: https://ledger.example/x',
    ],
    no: [
      'The men share a flat in Velmora.',
      'Police posted the picture on Facebook.',
      'He was told to follow the officers.',
    ],
  },
  subscribing: {
    yes: [
      'Subscribe to Harbour Ledger today. Get the day in your inbox.',
      'Sign up for our newsletter',
      'Already a subscriber?',
    ],
    no: [
      'Sign up for the army was slow after the attack, officials said.',
      'He did not subscribe to that view, the minister said.',
    ],
  },
  commenting: {
    yes: ['Leave a Reply', 'We show no email address. Required fields are marked with a star.', '12 comments'.slice(3)],
    no: ['The minister left a comment unanswered.', 'Comments by the mayor angered relatives of the dead.'],
  },
  copyright: {
    yes: ['Copyright © 2031 Harbour Ledger. All rights reserved.', '© 2031 Ledger Media', 'Terms of Use'],
    no: ['He took the car without permission, police said.', 'The copyright office was evacuated after the blast.'],
  },
  author: {
    yes: [
      'About the Author',
      'Bo Lind contributed to this report.',
      'ann.okoro@ledger.example',
      'Follow @annokoro',
      'Reporting by Ann Okoro; Editing by Bo Lind',
    ],
    no: [
      'The author of the attack is unknown.',
      'Officers found an address, a.b@c, in the notebook of the man they say planned it.',
    ],
  },
  related: {
    yes: [
      'RELATED: Ferry owner fined',
      'Related stories',
      'Advertisement',
      'The latest on Harbour & Sea',
      'You may also like',
    ],
    no: [
      'Related crimes rose in the port last year, police said.',
      'More people were hurt than first thought.',
      'Photos from the scene show two cars.',
    ],
  },
  reading: {
    yes: [
      'Click here to read the full article',
      'Read the full original article at Harbour Ledger',
      'This appeared first on Harbour Ledger.',
    ],
    no: ['Read the note, police said: "I am sorry."', 'The post office on Quay Street was hit.'],
  },
  cookies: {
    yes: ['We use cookies to improve your visit.', 'Accept all cookies'],
    no: ['Two boxes of cookies were poisoned, police said.'],
  },
  tips: {
    yes: [
      'Anyone with information is asked to call Velmora police at 555-0100.',
      'Call Crime Stoppers at 555-010-0199 with information.',
    ],
    no: [
      'Anyone could have been hit, the mayor said.',
      'He was asked to call home at noon.',
      'A caller gave information that two people were killed at 200-210 Quay Street.',
    ],
  },
  player: {
    yes: ['Please enable Javascript to watch this video', '0:43 Divers search for ferry', 'Image 1 of / 8', 'Play'],
    no: ['3:15 p.m. The mayor said two people were hurt.', 'The play was stopped when shots were heard.'],
  },
  updates: {
    yes: [
      'This is a developing story. Check back for updates.',
      'This story will be updated.',
      'Stay with us for the latest.',
    ],
    no: [
      'This story ended in three deaths, the judge said.',
      'For updates on the wounded, families waited for hours; two died.',
    ],
  },
  navigation: {
    yes: [
      'Home',
      '  News      World      Sport    Weather  ',
      'Home | World | Opinion',
      '* * *',
      'https://ledger.example/ferry',
    ],
    no: ['Home was where the two were found.', 'Killed: 4', 'Ann Okoro, 34; Bo Lind, 41; Ida Mar, 7'],
  },
  stamp: {
    yes: [
      'Posted: Tuesday, January 28, 2031 8:18 PM EST',
      'May 17, 2031',
      '3/25/2031 9:08:17 AM',
      'Updated 2 hours ago',
      'Published: 4 March 2031 | Updated: 5 March 2031',
      '12:35 p.m.',
    ],
    no: [
      'On May 17, 2031, two people were killed in Velmora.',
      'March 4',
      'Two were hurt at 9:08 a.m.',
      'May 17, 2031: The ferry sinks off Port Arlen',
    ],
  },
  byline: {
    yes: ['By Ann Okoro', 'BY ANN OKORO AND BO LIND', 'By Ann Okoro, Harbour Ledger'],
    no: ['By Tuesday the toll had risen to nine', 'By Monday two more had died.', 'By then it was late'],
  },
};

describe('judgePiece', () => {
  for (const [family, { yes, no }] of Object.entries(cases)) {
    it.each(yes)(`${family} knows %j`, (text) => {
      expect(judge(text)).toEqual({ kind: 'boilerplate', because: family });
    });
    it.each(no)(`${family} leaves %j`, (text) => {
      expect(judge(text)).toBeUndefined();
    });
  }

  it('has examples of every family that reads words', () => {
    const families = rules.map((rule) => rule.name).filter((name) => name !== 'caption' && name !== 'markup');
    expect(Object.keys(cases).sort()).toEqual([...families].sort());
  });

  it.each([
    'PORT ARLEN, VELMORA - MARCH 24: Flowers lie at the quay. At least four people died. (Photo by Bo Lind/Getty Images)',
    '(UGC/AFP via Getty Images)',
    'The ferry before it sank. (Photo: Coast guard)',
    'Divers at work on Monday. Bo Lind/Reuters',
    'Photo: Bo Lind',
    'Two boats search the bay. (Published Thursday, Feb. 6, 2031)',
    'In this undated photo: the quay of Port Arlen',
  ])('takes %j as a caption', (text) => {
    expect(judge(text)).toEqual({ kind: 'caption', because: 'caption' });
  });

  it.each([
    'PORT ARLEN, Velmora, March 24 - Four people died when a ferry sank.',
    'The men were known to police (and to each other).',
    'The photo by a passer-by shows two men running.',
    'A pond at 5/7 Quay Street was searched.',
    'He was seen in the picture, she said.',
  ])('does not take %j as a caption', (text) => {
    expect(judge(text)).toBeUndefined();
  });

  it('knows calls in capitals before links, and citations of the page', () => {
    expect(judge('READ MORE Council votes on the bridge', { linkDensity: 0.7 })?.because).toBe('related');
    expect(judge('READ the sign, she said.', { linkDensity: 0 })).toBeUndefined();
    expect(judge('Citation: Ferry sinks (2031, February 3)')?.kind).toBe('boilerplate');
    expect(judge('By Ann Okoro on Tuesday, February 3rd, 2031 at 11:08 a.m.')?.because).toBe('byline');
  });

  it('believes the names the markup gives, near by only', () => {
    expect(judge('Divers search the bay', { hints: ['story', 'wp-caption-text'] })?.kind).toBe('caption');
    expect(judge('Divers search the bay', { hints: ['inlineimage-imagecaption'] })?.kind).toBe('caption');
    expect(judge('Ann Okoro writes on ports.', { hints: ['story', 'author-bio'] })?.because).toBe('markup');
    expect(judge('Ferry owner fined', { hints: ['story', 'related-links'] })).toEqual({
      kind: 'boilerplate',
      because: 'markup',
    });
    expect(judge('Four people died.', { hints: ['related', 'page', 'story', 'text', 'body'] })).toBeUndefined();
    expect(judge('Divers', { tag: 'figcaption' })?.kind).toBe('caption');
    expect(judge('(', { tag: 'figcaption' })?.kind).toBe('boilerplate');
    expect(judge('Image:', { tag: 'figcaption' })?.kind).toBe('boilerplate');
  });
});
