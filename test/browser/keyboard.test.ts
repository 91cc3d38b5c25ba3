/** Every flow of an applicant by keyboard alone, at a phone's width and a desk's; each page it ends on has no fault. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { SELF_COHORT } from '#shared/people/applicant/pending.ts';
import { acceptedAtBrown } from '../shared/plan/moves/stories.ts';
import { describeInBrowser, faultsOf, tabTo } from './chromium.ts';
import { DESK, PHONE } from './served.ts';
import { servedPlans } from './served-plans.ts';

const MAY = '2027-05-25T15:00:00.000Z';

/** What is reached by Tab, and what is typed there; where nothing is, Enter. */
type Step = readonly [reached: string, typed?: string];

interface Flow {
  readonly name: string;
  /** Below the plan; with `isOpen`, on the site. */
  readonly at: string;
  readonly isOpen?: true;
  readonly steps: readonly Step[];
  readonly ends: string;
}

const FLOWS: readonly Flow[] = [
  {
    name: 'a paper that is due is reported from the plan, and undone',
    at: '',
    steps: [['I sent this document'], ['Save the document'], ['Undo my last update']],
    ends: 'The previous update was undone',
  },
  {
    name: 'what is due is put off',
    at: '',
    steps: [['Remind me later'], ['until', '05282027'], ['Remind me that day']],
    ends: 'Reminder set for Fri, May 28, 2027',
  },
  {
    name: 'a place is found and added',
    at: '',
    steps: [
      ['+ Add a rotation'],
      ['q', 'brown'],
      ['Search'],
      ['Enter a site by hand'],
      ['rotation.host.name', 'City Hospital'],
      ['rotation.route', 'Through the host'],
      ['Add the rotation'],
    ],
    ends: 'Added to the plan: City Hospital',
  },
  {
    name: 'a paper is not asked for, in one press',
    at: '/r/r1',
    steps: [['Not asked']],
    ends: 'Document updated',
  },
  {
    name: 'a paper that the host asks for besides is added',
    at: '/r/r1',
    steps: [['The host asks for another paper'], ['kind', 'Tdap'], ['Add the paper']],
    ends: 'Document updated',
  },
  {
    name: 'dates are changed',
    at: '/r/r1',
    steps: [
      ['What else happened?'],
      ['The dates changed'],
      ['dates.end', '08062027'],
      ['Save the dates'],
    ],
    ends: 'Dates changed',
  },
  {
    name: 'the packet for letter writers is filled in',
    at: '/r/plan',
    steps: [['Draft CV (nothing yet)'], ['text', 'Two years of research in Pune'], ['Save']],
    ends: 'Recorded:',
  },
  {
    name: 'the calendar gets an address, and is turned off',
    at: '/calendar',
    steps: [
      ['Create a calendar address'],
      ['Titles, a new address, or turning it off'],
      ['Turn off the calendar'],
    ],
    ends: 'Create a calendar address',
  },
  {
    name: 'the hours of emails are saved',
    at: '/you',
    steps: [['When emails arrive'], ['Save these times']],
    ends: 'Email times changed',
  },
  {
    name: 'a profile is corrected',
    at: '/profile',
    steps: [['profile.matchYear', '2029'], ['Save my profile']],
    ends: 'Recorded:',
  },
  {
    name: 'a Match year that cannot be is refused',
    at: '/profile',
    steps: [['profile.matchYear', '1899'], ['Save my profile']],
    ends: 'Match year is not a whole number from 2020 to 2060.',
  },
  {
    name: 'a cost is entered',
    at: '/costs',
    steps: [['Add a cost'], ['cost.kind', 'Housing'], ['cost.amountUsd', '1400'], ['Add the cost']],
    ends: 'Edit: Housing, $1,400',
  },
  {
    name: 'a cost without an amount is refused',
    at: '/costs',
    steps: [['Add a cost'], ['cost.kind', 'Housing'], ['Add the cost']],
    ends: 'Amount in US dollars is missing',
  },
  {
    name: 'a story for interviews is noted',
    at: '/experience',
    steps: [
      ['Teamwork between professions'],
      ['story.note', 'A night on call'],
      ['Save the story'],
    ],
    ends: 'Stories for interviews: 1 of 3',
  },
  {
    name: 'everything is found that can be taken along, and then the plan is deleted',
    at: '/you',
    steps: [
      ['Delete my plan'],
      ['Download everything'],
      ['You'],
      ['Delete my plan'],
      ['Delete my plan'],
    ],
    ends: 'Your plan will be deleted',
  },
  {
    name: 'a plan is started',
    at: '/start',
    isOpen: true,
    steps: [
      ['name', 'Radha Iyer'],
      ['address', 'radha@example.org'],
      ['zone', 'India'],
      ['matchYear', 'March 2028'],
      ['enrollment', 'I am a student'],
      ['pathway', 'Integrated IR'],
      ['Email me the confirmation'],
    ],
    ends: 'An email is on its way to this address',
  },
  {
    name: 'a start without an address sends nothing',
    at: '/start',
    isOpen: true,
    steps: [['name', 'Radha Iyer'], ['Email me the confirmation']],
    ends: 'Your email address is missing.',
  },
];

describeInBrowser('by keyboard alone', () => {
  const plans = servedPlans(MAY, acceptedAtBrown().facts);

  describe.each([PHONE, DESK])('at $width px', (size) => {
    async function walk(from: string, steps: readonly Step[], ends: string): Promise<void> {
      const page = await plans.open(size);
      await page.goto(from);
      for (const [reached, typed] of steps) {
        await tabTo(page, reached);
        if (typed) await page.keyboard.type(typed);
        else await pressed(page);
      }
      expect(await page.locator('main').textContent()).toContain(ends);
      expect(await faultsOf(page)).toEqual([]);
      await page.close();
    }

    test.each(FLOWS)('$name', async ({ at, isOpen, steps, ends }) =>
      walk(`${isOpen ? plans.base() : await plans.plan()}${at}`, steps, ends),
    );

    const sharing = (invitation: string): Step[] => [
      ['Share my plan with a school'],
      ['invitation', invitation],
      ['Share my plan'],
    ];

    test('a plan begun alone is shared by an invitation', async () => {
      const steps = sharing(await plans.invitation());
      await walk(
        `${await plans.plan(SELF_COHORT)}/profile`,
        steps,
        'The advisors of Match 2028 see',
      );
    });

    test('a plan begun alone is shared with nobody by an address that is no invitation', async () => {
      const steps = sharing(`${plans.base()}/join/none`);
      await walk(`${await plans.plan(SELF_COHORT)}/profile`, steps, 'This is not an invitation');
    });
  });
});

/** A link or button leads to another page; a fold opens. */
async function pressed(page: Page): Promise<void> {
  const isFold = await page.evaluate<boolean>("document.activeElement.tagName === 'SUMMARY'");
  const press = page.keyboard.press('Enter');
  await (isFold ? press : Promise.all([page.waitForEvent('load'), press]));
}
