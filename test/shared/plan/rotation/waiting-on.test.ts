import { describe, expect, test } from 'vitest';
import { isOutside, waitingOn } from '#shared/plan/rotation/waiting-on.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import {
  acceptedAtBrown,
  cleared,
  letter,
  midwayAtBrown,
  type Story,
  storyOf,
} from '../moves/stories.ts';

const MAY = '2027-05-01T15:00:00.000Z';

function holder({ facts, rotation }: Story) {
  return waitingOn(rotation, facts.documents, PUBLISHED_WORLD);
}

/** Every document handed in, so that nothing is left to Alice. */
function handedIn(reported: Story): Story {
  return reported.rotation.checklist.reduce(
    (so, { kind }) =>
      so.report(MAY, { type: 'document-updated', rotationId: 'r1', kind, status: 'submitted' }),
    reported,
  );
}

describe('while applying', () => {
  test('a rotation on the list waits for Alice', () => {
    expect(holder(storyOf())).toBe('applicant');
  });

  test('an application sent waits for the host', () => {
    expect(holder(storyOf().report(MAY, { type: 'applied', rotationId: 'r1' }))).toBe('host');
  });
});

describe('while collecting documents', () => {
  test('one document to do is enough to wait for Alice', () => {
    expect(holder(acceptedAtBrown())).toBe('applicant');
  });

  test('documents handed in wait for the host', () => {
    expect(holder(handedIn(acceptedAtBrown()))).toBe('host');
  });

  test('a visa under way waits for the visa office, and that is outside', () => {
    const reported = cleared(acceptedAtBrown(), MAY);
    const [first] = reported.rotation.checklist;
    if (!first) throw new Error('Brown asks for nothing.');
    const checklist = reported.rotation.checklist.map((item) =>
      item === first ? { ...item, status: 'in-progress' as const, heldBy: 'visa' as const } : item,
    );
    const rotation = {
      ...reported.rotation,
      stage: 'documents' as const,
      status: 'collecting' as const,
      checklist,
    };
    expect(waitingOn(rotation, reported.facts.documents, PUBLISHED_WORLD)).toBe('visa');
    expect(isOutside('visa')).toBe(true);
    expect(isOutside('host')).toBe(false);
  });

  test('a test that expires before the last day is Alice’s, although the host has it', () => {
    const reported = handedIn(acceptedAtBrown()).report(MAY, {
      type: 'document-updated',
      rotationId: 'r1',
      kind: 'tb',
      status: 'submitted',
      expiresOn: '2027-07-10',
    });
    expect(holder(reported)).toBe('applicant');
  });

  test('when all are accepted nobody is waited for until the first day', () => {
    expect(holder(cleared(acceptedAtBrown(), MAY))).toBe('nobody');
  });
});

describe('while the letter is coming', () => {
  const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', {
    type: 'letter-asked',
    rotationId: 'r1',
    writer: { name: 'Dr. Chen', specialty: 'ir' },
  });
  const letterId = asked.rotation.letters[0]?.id ?? '';
  const AUGUST = '2027-08-02T15:00:00.000Z';

  test('a writer who was asked is waited for', () => {
    expect(holder(asked.wait(AUGUST))).toBe('writer');
  });

  test('a promise waits for Alice’s Letter Request Form', () => {
    expect(holder(asked.report(AUGUST, letter('letter-agreed', letterId)))).toBe('applicant');
  });

  test('a writer who declined leaves it to Alice to ask another', () => {
    expect(holder(asked.report(AUGUST, letter('letter-declined', letterId)))).toBe('applicant');
  });
});
