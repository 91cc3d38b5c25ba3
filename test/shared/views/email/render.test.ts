import { describe, expect, test } from 'vitest';
import { emailUrls } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Nudge } from '#shared/people/mailing/open-nudges.ts';
import type { Overview } from '#shared/people/mailing/overview.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { acceptedAtBrown, aliceFacts, storyOf } from '../../plan/moves/stories.ts';
import { FRIDAY, FRIDAY_AT_FIVE, nudgeOf } from './occasions.ts';

const NOW: Instant = '2027-08-25T04:00:00.000Z';
const URLS = emailUrls('https://rotations.example.org', { answer: 'AAA', unsubscribe: 'UUU' });

function applicant(of: Partial<Applicant> = {}): Applicant {
  return {
    ...newApplicant({ id: 'alice', cohortId: 'c1', facts: acceptedAtBrown().facts }, NOW),
    ...of,
  };
}

const PAPERS = ['TB test', 'flu shot', 'transcript', 'Tdap vaccination', 'CV'];

const MAY: Instant = '2027-05-03T15:00:00.000Z';
const OF_BROWN = { type: 'document-updated', rotationId: 'r1' } as const;

function paperAtBrown(label: string): Nudge {
  const title = `${label} for the Brown IR rotation`;
  const kind = label === 'TB test' ? 'tb' : label.replaceAll(' ', '-').toLowerCase();
  const words = { ...nudgeOf().occasion.words, title, short: label };
  return nudgeOf({ subject: `r1/${kind}`, words });
}

function digest(nudges: Nudge[], of: Applicant = applicant(), now: Instant = NOW) {
  return renderEmail({ stream: 'digest', nudges }, of, URLS, PUBLISHED_WORLD, now);
}

/** The words that a reader of the HTML sees. */
function seen(html: string): string {
  return html
    .replace(/<(style|title)>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

describe('the deadline email', () => {
  test('says what, by when, how sure, why, where the date comes from, and how to stop', () => {
    const { subject, text, unsubscribeUrl } = digest([nudgeOf()]);
    expect(subject).toBe('Due Fri, Sep 3: TB test for the Yale IR rotation (9 days left)');
    expect(text).toContain('Hello Alice Mathew,');
    // The first line has the day; the next one is what to do.
    expect(text).not.toContain('Fri, Sep 3, 2027');
    expect(text).toContain('Why now: A rotation can be lost to one missing document.');
    expect(text).toContain(
      'Source (official): the host’s visiting page, checked Mon, Nov 23, 2026',
    );
    expect(text).toContain('Stop these emails:\nhttps://rotations.example.org/u/UUU');
    expect(unsubscribeUrl).toBe('https://rotations.example.org/u/UUU');
  });

  test('shows a clock time in Eastern and in the reader’s zone', () => {
    expect(digest([nudgeOf({ deadline: FRIDAY_AT_FIVE })]).text).toContain(
      'By Fri, Sep 3, 2027, 5:00 p.m. ET (Sat, Sep 4, 2:30 a.m. in Kolkata) (official)',
    );
  });

  test('says of a day that is over only for the reader when it ends', () => {
    const { profile } = aliceFacts();
    const facts = { ...aliceFacts(), profile: { ...profile, zone: 'Pacific/Auckland' } };
    const advised = nudgeOf({ ladder: 'advised', startBy: '2027-08-13' });
    const { text } = digest([advised], applicant({ facts }), '2027-09-03T20:00:00.000Z');
    expect(text).toContain(
      'This is due Fri, Sep 3, 2027 (official), which ends Sat, Sep 4, 2027, 4:00 p.m. in Auckland.',
    );
  });

  test('shows a day without a clock time as a day', () => {
    expect(digest([nudgeOf()]).text).not.toMatch(/[ap]\.m\./);
  });

  test('never shows an estimated date as a fact', () => {
    const { subject, text } = digest([
      nudgeOf({ deadline: { ...FRIDAY, certainty: 'estimated' } }),
    ]);
    expect(subject).toContain('estimated');
    expect(text).toContain('(estimated)');
  });

  test('has one button, which opens this document’s form', () => {
    const { html } = digest([nudgeOf()]);
    expect(html.match(/background:#0b5f66/g)).toHaveLength(1);
    expect(html).toContain(
      'href="https://rotations.example.org/a/AAA/r/r1?do=document-updated.tb#form-document-updated.tb"',
    );
  });

  test('says in HTML what it says in text', () => {
    const { html, text } = digest([nudgeOf(), nudgeOf({ subject: 'r1/bls' })]);
    const words = seen(html);
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('http'));
    for (const line of lines) {
      expect(words).toContain(line.replace(/^- /, '').replace(/:$/, ''));
    }
  });

  test('lists what else is open, four at most, and counts the rest', () => {
    const others = Array.from({ length: 9 }, (_, n) =>
      nudgeOf({
        rule: 'G10',
        rotationId: `r${n}`,
        subject: `r${n}/x`,
        words: { ...nudgeOf().occasion.words, title: `thing ${n}` },
      }),
    );
    const { text } = digest([nudgeOf(), ...others]);
    expect(text.match(/^- Due Fri, Sep 3: thing/gm)).toHaveLength(4);
    expect(text).toContain('- and 5 more on your plan:');
  });

  test('names what the papers of one rotation and day are, in one line that opens their checklist', () => {
    const papers = PAPERS.map(paperAtBrown);
    const { subject, text } = digest([...papers, nudgeOf({ rule: 'G10', rotationId: 'r2' })]);
    expect(subject).toBe(
      'Due Fri, Sep 3: TB test, flu shot, and 3 more papers for Brown (9 days left)',
    );
    expect(text).toContain('Show the papers:\nhttps://rotations.example.org/a/AAA/r/r1\n');
    expect(text.match(/^- /gm)).toHaveLength(1);
  });

  test('lists what one rotation holds in one line, the soonest first', () => {
    const application = nudgeOf({ rule: 'G11', rotationId: 'r2', subject: 'plan/application' });
    const letter = nudgeOf({
      rule: 'G15',
      subject: 'r1/letter',
      deadline: { ...FRIDAY, day: '2027-09-01' },
      words: {
        ...nudgeOf().occasion.words,
        title: 'ask for a letter at the Brown IR rotation',
        short: 'ask for a letter',
      },
    });
    const { text } = digest([application, paperAtBrown('TB test'), letter]);
    expect(text).toContain(
      '- Due Wed, Sep 1: ask for a letter and TB test for Brown:\nhttps://rotations.example.org/a/AAA/r/r1\n',
    );
    expect(text.match(/^- /gm)).toHaveLength(1);
  });

  test('names every step of a rotation, however many papers it counts', () => {
    const application = nudgeOf({ rule: 'G11', rotationId: 'r2', subject: 'plan/application' });
    const titles = ['housing', 'flight', 'visa appointment'];
    const steps = titles.map((each) =>
      nudgeOf({
        rule: each,
        subject: 'r1',
        words: {
          ...nudgeOf().occasion.words,
          title: `${each} for the Brown IR rotation`,
          short: each,
        },
      }),
    );
    const { text } = digest([application, ...PAPERS.map(paperAtBrown), ...steps]);
    for (const each of [...titles, 'TB test', '3 more papers for Brown']) {
      expect(text).toContain(each);
    }
  });

  test('does not join what another rotation holds, a question, or a loss', () => {
    const question = nudgeOf({ rule: 'dates', subject: 'r1/dates', isQuestion: true });
    const loss = nudgeOf({ rule: 'apply', subject: 'r1/apply', ladder: 'loss' });
    const other = nudgeOf({ rule: 'G10', rotationId: 'r2', subject: 'r2/letter' });
    const { text } = digest([nudgeOf({ rule: 'G11' }), question, loss, other]);
    expect(text.match(/^- /gm)).toHaveLength(3);
  });

  test('names a visa or a paper about health below the button, and nowhere before it', () => {
    const discreet = 'one step for your Brown IR rotation';
    const { subject, text, html } = digest([
      nudgeOf({ ...paperAtBrown('TB test').occasion, discreet }),
    ]);
    expect(subject).toBe('Due Fri, Sep 3: one step for your Brown IR rotation (9 days left)');
    const [preview = '', below = ''] = text.split('#form-document-updated.tb');
    expect(preview).toContain(subject);
    expect(preview).not.toMatch(/TB/);
    expect(below).toContain('TB test for the Brown IR rotation.');
    expect(seen(html).split('This document is ready')[0]).not.toMatch(/TB/);
  });

  test('puts first what the plan’s state puts first', () => {
    const late = nudgeOf({
      place: 1,
      ladder: 'advised',
      deadline: { ...FRIDAY, day: '2027-08-01', at: '2027-08-02T04:00:00.000Z' },
    });
    expect(digest([late, nudgeOf()]).subject).toContain('Due Fri, Sep 3');
  });

  test('in the week of its last day names the ERAS application first', () => {
    const friday: Instant = '2027-09-17T04:00:00.000Z';
    const { subject, text } = digest([nudgeOf()], applicant(), friday);
    expect(subject).toBe('Due Tue, Sep 21 (estimated): submit the ERAS application (4 days left)');
    expect(text).toContain('Also open\n- Was due Fri, Sep 3: TB test');
  });

  test('but not two weeks before, and not once it is submitted', () => {
    const facts = { ...applicant().facts, erasSubmittedOn: '2027-09-10' as const };
    const before = digest([nudgeOf()], applicant(), '2027-09-08T04:00:00.000Z');
    const submitted = digest([nudgeOf()], applicant({ facts }), '2027-09-17T04:00:00.000Z');
    for (const { subject } of [before, submitted]) expect(subject).not.toContain('ERAS');
  });

  test('speaks of unpublished dates only where one of its days follows from them', () => {
    const notice = 'Dates of the 2028 Match are our estimates';
    expect(digest([nudgeOf()]).text).not.toContain(notice);
    expect(digest([nudgeOf({ isOfSeason: true })]).text).toContain(notice);
  });

  test('counts the documents that the host accepted, and those it has', () => {
    const { facts } = acceptedAtBrown()
      .report(MAY, { ...OF_BROWN, kind: 'tb', status: 'submitted' })
      .report(MAY, { ...OF_BROWN, kind: 'mmr', status: 'cleared' });
    expect(digest([nudgeOf()], applicant({ facts }), MAY).text).toMatch(
      /^Step 3 of 6 ●●◉···, 1 of \d+ documents accepted, 1 more sent$/m,
    );
    expect(digest([nudgeOf()]).text).toMatch(/, 0 of \d+ documents accepted$/m);
  });

  test('names a lost rotation, however much comes before it', () => {
    const others = ['G1', 'G3', 'G4', 'G7', 'G8', 'G22'].map((rule) =>
      nudgeOf({ rule, rotationId: 'plan', subject: `plan/${rule}` }),
    );
    const title = 'no longer possible: apply for the UCLA IR rotation';
    const loss = { rule: 'apply', rotationId: 'r2', subject: 'r2', ladder: 'loss' } as const;
    const words = { ...nudgeOf().occasion.words, title };
    const { text } = digest([...others, nudgeOf({ ...loss, words, place: 99 })]);
    expect(text).toContain('apply for the UCLA IR rotation:');
    expect(text.match(/^- /gm)).toHaveLength(5);
    expect(text).toContain('- and 2 more on your plan:');
  });

  test('names the source of the day on which something was lost, where a day lost it', () => {
    const { text } = digest([nudgeOf({ ladder: 'loss' })]);
    expect(text).toContain('Since Fri, Sep 3, 2027.');
    expect(text).toContain('Source (official): the host’s visiting page');
    expect(digest([nudgeOf({ ladder: 'loss', lostBy: 'fact' })]).text).not.toContain('Source');
  });

  test('calls a list open only where everything on it is', () => {
    const housing = { rule: 'housing', subject: 'r1' };
    const lost = nudgeOf({ ...housing, ladder: 'loss' });
    expect(digest([nudgeOf(), lost]).text).toContain('Also on your plan\n- ');
    expect(digest([nudgeOf(), nudgeOf(housing)]).text).toContain('Also open\n- ');
  });

  test('lets who has a place withdraw, and who has none apply no longer', () => {
    const { text } = digest([nudgeOf()]);
    expect(text).toContain('I am withdrawing:\n');
    expect(text).not.toContain('No longer applying');
    const listed = applicant({ facts: storyOf().facts });
    expect(digest([nudgeOf()], listed).text).toContain('No longer applying:\n');
  });

  test('is short: under 150 words without the links', () => {
    const words = digest([nudgeOf()])
      .text.split(/\s+/)
      .filter((word) => !word.startsWith('http'));
    expect(words.length).toBeLessThan(150);
  });

  test('is the same email when rendered again', () => {
    expect(digest([nudgeOf()])).toEqual(digest([nudgeOf()]));
  });

  test('is refused with nothing to say', () => {
    expect(() => digest([])).toThrow(/at least one reminder/);
  });
});

describe('the overview', () => {
  const passed = { ...FRIDAY, day: '2027-08-20', at: '2027-08-21T04:00:00.000Z' } as const;
  const missed = ['r1', 'r2'].map(
    (rotationId) =>
      nudgeOf({ rule: 'G10', rotationId, subject: `${rotationId}/letter`, deadline: passed })
        .occasion,
  );
  const overview = (of: Partial<Overview>) => {
    const state = { name: 'on-track' } as const;
    const all: Overview = { key: 'k', ahead: [], missed: [], state, ...of };
    const planned = { stream: 'digest' as const, nudges: [], overview: all };
    return renderEmail(planned, applicant(), URLS, PUBLISHED_WORLD, NOW);
  };

  test('is refused with nothing to say', () => {
    expect(() => overview({})).toThrow(/something to say/);
  });

  test('of nothing but what was missed says so', () => {
    const { subject, text } = overview({ missed });
    expect(subject).toBe('Still open: TB test for the Yale IR rotation, was due Fri, Aug 20');
    expect(text).toContain('Source (official): ');
    expect(text).toContain('Late but still open\n- TB test');
    expect(text).not.toMatch(/on track|nothing to do/i);
  });

  test('begins with what was missed, and names what is ahead beside it', () => {
    const { subject, text } = overview({ missed, ahead: [nudgeOf().occasion] });
    expect(subject).toBe('Still open: TB test for the Yale IR rotation, was due Fri, Aug 20');
    expect(text).toContain('- TB test for the Yale IR rotation, by Fri, Sep 3:');
    expect(text).not.toContain('Nothing is due');
  });

  test('names what is late beside what is ahead, an advised day as one', () => {
    const { occasion } = nudgeOf({ rule: 'G3', ladder: 'advised', deadline: passed });
    const { subject, text } = overview({ late: [occasion], ahead: [nudgeOf().occasion] });
    expect(subject).toMatch(/^Ahead: TB test/);
    expect(text).toContain(
      'Late but still open\n- TB test for the Yale IR rotation, was best by Fri',
    );
    expect(overview({ ahead: [nudgeOf().occasion] }).text).not.toContain('Late but still open');
  });

  test('says what can no longer be done, and not that nothing is due', () => {
    const { occasion } = nudgeOf();
    const title = 'no longer possible: apply for the Yale IR rotation';
    const lost = { ...occasion, ladder: 'loss', words: { ...occasion.words, title } } as const;
    expect(overview({ ahead: [occasion] }).text).toContain('Nothing is due now.');
    const { text } = overview({ ahead: [occasion], lost });
    expect(text).toContain('No longer possible: apply for the Yale IR rotation. ');
    expect(text).not.toContain('Nothing is due');
  });

  test('names a visa that is lost below the button alone', () => {
    const { occasion } = nudgeOf();
    const title = 'no longer possible: visa for the Yale IR rotation';
    const discreet = 'no longer possible: one step for your Yale IR rotation';
    const words = { ...occasion.words, title };
    const lost = { ...occasion, ladder: 'loss', words, discreet } as const;
    const { text } = overview({ ahead: [occasion], lost });
    const [above = '', below = ''] = text.split('Choose a day:');
    expect(above).toContain('No longer possible: one step for your Yale IR rotation.');
    expect(above).not.toContain('visa');
    expect(below).toContain('No longer possible: visa for the Yale IR rotation. ');
  });

  test('names the year of a day that may be taken for one in another', () => {
    const long = { ...passed, day: '2026-12-29', at: '2026-12-30T05:00:00.000Z' } as const;
    const late = [nudgeOf({ rule: 'G3', ladder: 'advised', deadline: long }).occasion];
    expect(overview({ late, ahead: [nudgeOf().occasion] }).text).toContain(
      'was best by Tue, Dec 29, 2026',
    );
  });

  test('leads from each thing ahead to another day for it, and from several papers to their checklist', () => {
    const papers = ['tb', 'mmr', 'bls'].map((kind) => nudgeOf({ subject: `r1/${kind}` }).occasion);
    const letter = nudgeOf({ rule: 'G10', subject: 'r1/letter' }).occasion;
    const other = { ...letter, rotationId: 'r2', subject: 'r2/letter' };
    const { text } = overview({ ahead: [letter, ...papers, other] });
    expect(text).toContain('by Fri, Sep 3:\n');
    expect(text.match(/\/later\?rule=G10/g)).toHaveLength(2);
    expect(text).not.toContain('later?rule=G14');
  });
});

describe('what no email holds', () => {
  test('how a document was judged', () => {
    const { text, html } = digest([nudgeOf()]);
    expect(text + html).not.toContain('expires 12 days before');
  });

  test('scores, visa plans, a passport, or where a paper is', () => {
    const { facts } = acceptedAtBrown();
    const secret = applicant({
      facts: {
        ...facts,
        profile: { ...facts.profile, entry: 'visa', visaWaitDays: 412, school: 'Secret School' },
        documents: [{ kind: 'passport', expiresOn: '2031-01-01', keptAt: 'the green safe' }],
      },
    });
    const visa = occasionsAt(secret.facts, PUBLISHED_WORLD, NOW).filter(
      ({ rule }) => rule === 'G13',
    );
    expect(visa).toHaveLength(1);
    const { text, html } = digest([nudgeOf(), ...visa.map((each) => nudgeOf(each))], secret);
    const alone = digest(
      visa.map((each) => nudgeOf(each)),
      secret,
    );
    // It can no longer be booked in time, and nobody is sent to the consulate for it.
    expect(alone.text).toContain('Ask Brown for later dates');
    expect(alone.text).not.toContain('Book it');
    expect(alone.text).not.toContain('412');
    for (const word of ['412', 'Secret School', 'green safe', '2031']) {
      expect(text + html).not.toContain(word);
    }
  });

  test('a header that a name forged', () => {
    const profile = { ...aliceFacts().profile, name: 'Eve\r\nBcc: everybody@example.org' };
    const eve = applicant({ facts: aliceFacts({ profile }) });
    const email = digest(
      [
        nudgeOf({
          words: { ...nudgeOf().occasion.words, title: 'x\r\nBcc: everybody@example.org' },
        }),
      ],
      eve,
    );
    expect(email.subject + email.to.name).not.toMatch(/[\r\n]/);
  });

  test('markup that a name brought', () => {
    const profile = { ...aliceFacts().profile, name: '<script>alert(1)</script>' };
    const { html } = digest([nudgeOf()], applicant({ facts: aliceFacts({ profile }) }));
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });

  test('an image or anything else fetched', () => {
    expect(digest([nudgeOf()]).html).not.toMatch(/<img|<link|url\(|src=/);
  });
});

describe('emails that answer a cause', () => {
  test('a new link opens the plan and cannot be unsubscribed from', () => {
    const email = renderEmail(
      { stream: 'link', nudges: [], causeId: 'c9' },
      applicant(),
      URLS,
      PUBLISHED_WORLD,
      NOW,
    );
    expect(email.subject).toBe('Your new link to your rotation plan');
    expect(email.text).toContain('https://rotations.example.org/a/AAA');
    expect(email.unsubscribeUrl).toBeUndefined();
  });

  test('a correction says how the rotation stands now', () => {
    const causes = [{ id: 'c9', stream: 'correction' as const, at: NOW, rotationId: 'r1' }];
    const email = renderEmail(
      { stream: 'correction', nudges: [], causeId: 'c9' },
      applicant({ causes }),
      URLS,
      PUBLISHED_WORLD,
      NOW,
    );
    expect(email.subject).toBe('Correction: your rotation at Brown');
    expect(email.text).toContain('is now: accepted, documents not complete.');
  });

  test('a correction of a rotation that the undo took away says that', () => {
    const causes = [{ id: 'c9', stream: 'correction' as const, at: NOW, rotationId: 'gone' }];
    const email = renderEmail(
      { stream: 'correction', nudges: [], causeId: 'c9' },
      applicant({ causes }),
      URLS,
      PUBLISHED_WORLD,
      NOW,
    );
    expect(email.text).toContain('That rotation is no longer on your plan.');
  });
});
