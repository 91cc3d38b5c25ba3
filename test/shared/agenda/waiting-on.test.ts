import { describe, expect, test } from 'vitest';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { isOutside, waitingOn } from '#shared/agenda/waiting-on.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import {
  acceptedAtBrown,
  aliceFacts,
  cleared,
  letter,
  midwayAtBrown,
  type Story,
  storyOf,
} from '../plan/moves/stories.ts';

const APRIL: Instant = '2027-04-01T15:00:00.000Z';
const MAY: Instant = '2027-05-01T15:00:00.000Z';

function holder({ facts }: { readonly facts: Facts }, now: Instant = MAY) {
  return waitingOn('r1', agendaAt(facts, PUBLISHED_WORLD, now));
}

/** The flight is booked, and every document handed in. */
function handedIn(reported: Story): Story {
  return reported.rotation.checklist.reduce(
    (so, { kind }) =>
      so.report(MAY, { type: 'document-updated', rotationId: 'r1', kind, status: 'submitted' }),
    booked(reported),
  );
}

function booked(reported: Story): Story {
  return reported.report(MAY, {
    type: 'step-reported',
    rotationId: 'r1',
    step: 'flight',
    state: 'done',
  });
}

describe('while applying', () => {
  test('a rotation on the list waits for Alice', () => {
    expect(holder(storyOf())).toBe('applicant');
  });

  test('an application sent waits for the host, although its visa can be prepared', () => {
    expect(holder(storyOf().report(APRIL, { type: 'applied', rotationId: 'r1' }))).toBe('host');
  });

  test('one that its host refuses as it is waits for Alice', () => {
    const mgh = { name: 'MGH', institutionId: 'mgh' };
    const { facts } = storyOf();
    const [first] = facts.rotations;
    if (!first) throw new Error('The rotation is missing.');
    expect(holder({ facts: { ...facts, rotations: [{ ...first, host: mgh }] } })).toBe('applicant');
  });
});

describe('while collecting documents', () => {
  // A US citizen needs neither visa nor ESTA.
  const entering = (entry: 'citizen' | 'visa') =>
    acceptedAtBrown(undefined, {
      ...aliceFacts(),
      profile: { ...aliceFacts().profile, entry },
    });
  const accepted = entering('citizen');

  test('one document to do is enough to wait for Alice', () => {
    expect(holder(accepted)).toBe('applicant');
  });

  test('documents handed in wait for nobody but the host', () => {
    expect(holder(handedIn(accepted))).toBe('host');
  });

  test('a paper that the home school signs waits for the school', () => {
    const reported = booked(cleared(accepted, MAY));
    const [first] = reported.rotation.checklist;
    const checklist = reported.rotation.checklist.map((item) =>
      item === first
        ? { ...item, status: 'in-progress' as const, heldBy: 'home-school' as const }
        : item,
    );
    const rotation = {
      ...reported.rotation,
      stage: 'documents' as const,
      status: 'collecting' as const,
      checklist,
    };
    expect(holder({ facts: { ...reported.facts, rotations: [rotation] } })).toBe('home-school');
  });

  test('a visa under way waits for the consulate, and that is outside', () => {
    const reported = cleared(entering('visa'), MAY);
    const checklist = reported.rotation.checklist.map((item) =>
      item.kind === 'visa'
        ? { ...item, status: 'in-progress' as const, heldBy: 'visa' as const }
        : item,
    );
    const rotation = {
      ...reported.rotation,
      stage: 'documents' as const,
      status: 'collecting' as const,
      checklist,
    };
    expect(holder({ facts: { ...reported.facts, rotations: [rotation] } })).toBe('visa');
    expect(isOutside('visa')).toBe(true);
    expect(isOutside('host')).toBe(false);
  });

  test('a test that expires before the last day is Alice’s, although the host has it', () => {
    const reported = handedIn(accepted).report(MAY, {
      type: 'document-updated',
      rotationId: 'r1',
      kind: 'tb',
      status: 'submitted',
      expiresOn: '2027-07-10',
    });
    expect(holder(reported)).toBe('applicant');
  });

  test('when all are accepted, the flight is Alice’s; then nobody is waited for until the first day', () => {
    const ready = cleared(accepted, MAY);
    expect(holder(ready)).toBe('applicant');
    expect(holder(booked(ready))).toBe('nobody');
  });
});

describe('while the letter is coming', () => {
  const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', {
    type: 'letter-asked',
    rotationId: 'r1',
    writer: { name: 'Dr Chen', specialty: 'ir' },
  });
  const letterId = asked.rotation.letters[0]?.id ?? '';
  const AUGUST: Instant = '2027-08-02T15:00:00.000Z';

  test('a writer who was asked is waited for', () => {
    expect(holder(asked.wait(AUGUST), AUGUST)).toBe('writer');
  });

  test('a promise waits for Alice’s Letter Request Form', () => {
    expect(holder(asked.report(AUGUST, letter('letter-agreed', letterId)), AUGUST)).toBe(
      'applicant',
    );
  });

  test('a writer who declined leaves it to Alice to ask another', () => {
    expect(holder(asked.report(AUGUST, letter('letter-declined', letterId)), AUGUST)).toBe(
      'applicant',
    );
  });
});
