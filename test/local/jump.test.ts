import { describe, expect, test } from 'vitest';
import { MONDAY, smallDemo, withOffer } from './small-demo.ts';

describe('the clock jumps, and every sweep in between runs at its own hour', () => {
  test('nine days later, each email about an offer was sent on the morning it was due', async () => {
    const demo = await smallDemo();
    await withOffer(demo, '2026-12-04');
    demo.jumper.jumpTo('2026-12-02T15:00:00.000Z');
    expect(await demo.arrived()).toMatchObject({ state: 'arrived', emails: 4 });
    const ofOffer = demo.emails().filter((each) => each.includes('answer the offer'));
    // Alice entered it, so the first words are those of a week before its end.
    expect(ofOffer).toEqual([
      expect.stringMatching(/^2026-11-27 Due Fri, Dec 4: .*Brown.*\(7 days left\)$/),
      expect.stringMatching(/^2026-12-01 Due Fri, Dec 4: .*Brown.*\(3 days left\)$/),
    ]);
  });

  test('the offer closes at its own moment, and no more email is sent about it', async () => {
    const demo = await smallDemo();
    await withOffer(demo, '2026-12-04');
    demo.jumper.jumpTo('2026-12-20T15:00:00.000Z');
    await demo.arrived();
    const alice = await demo.store.read('applicant', 'alice');
    expect(alice?.facts.rotations[0]?.closed).toEqual({
      reason: 'offer-expired',
      at: '2026-12-05T05:00:00.000Z',
    });
    expect(
      demo
        .emails()
        .filter((email) => email.includes('Brown'))
        .at(-1),
    ).toBe('2026-12-05 The Brown IR rotation is closed');
  });

  test('the clock then shows the target', async () => {
    const demo = await smallDemo();
    demo.jumper.jumpTo('2027-03-01T17:00:00.000Z');
    await demo.arrived();
    expect(demo.parts.clock.now()).toBe('2027-03-01T17:00:00.000Z');
  });

  test('while email is stopped nothing is sent, and afterward it is', async () => {
    const demo = await smallDemo();
    await withOffer(demo, '2026-12-04');
    await demo.post('/clock', { act: 'stop-email' });
    demo.jumper.jumpTo('2026-11-28T15:00:00.000Z');
    expect(await demo.arrived()).toMatchObject({ emails: 0 });
    await demo.post('/clock', { act: 'resume-mail' });
    demo.jumper.jumpTo('2026-11-29T15:00:00.000Z');
    expect(await demo.arrived()).toMatchObject({ emails: 1 });
  });
});

describe('what a clock does not do', () => {
  test('it never goes back', async () => {
    const demo = await smallDemo();
    expect(demo.jumper.jumpTo('2026-11-22T15:00:00.000Z')).toEqual({
      ok: false,
      failure:
        'That moment is in the past. The clock only moves forward, because a sent email cannot be taken back.',
    });
    expect(demo.parts.clock.now()).toBe(MONDAY);
  });

  test('it does not jump to the present', async () => {
    const demo = await smallDemo();
    expect(demo.jumper.jumpTo(MONDAY)).toMatchObject({ ok: false });
  });

  test('it covers at most 400 days at once', async () => {
    const demo = await smallDemo();
    expect(demo.jumper.jumpTo('2027-12-29T15:00:00.000Z')).toMatchObject({
      ok: false,
      failure: expect.stringContaining('at most 400 days'),
    });
    expect(demo.jumper.jumpTo('2027-12-28T15:00:00.000Z')).toMatchObject({ ok: true });
    await demo.jumper.stop();
  });

  test('it accepts no second jump while one is running', async () => {
    const demo = await smallDemo();
    demo.jumper.jumpTo('2027-12-01T15:00:00.000Z');
    expect(demo.jumper.jumpTo('2027-12-02T15:00:00.000Z')).toMatchObject({
      ok: false,
      failure: expect.stringContaining('A jump is already running'),
    });
    await demo.jumper.stop();
  });
});

describe('a jump that ends early', () => {
  test('stopped by hand, it stays where it is and is not offered again', async () => {
    const demo = await smallDemo();
    demo.jumper.jumpTo('2027-12-01T15:00:00.000Z');
    await demo.jumper.stop();
    expect(demo.jumper.progress()?.state).toBe('stopped');
    expect(demo.jumper.brokenOff()).toBeUndefined();
    expect(demo.parts.clock.now() < '2027-12-01T15:00:00.000Z').toBe(true);
  });

  test('interrupted by a shutdown, it is offered again', async () => {
    const demo = await smallDemo();
    demo.jumper.jumpTo('2027-12-01T15:00:00.000Z');
    await demo.jumper.leave();
    expect(demo.jumper.brokenOff()).toBe('2027-12-01T15:00:00.000Z');
  });
});
