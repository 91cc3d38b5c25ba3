/** What a letter lacks, and which months cannot bring one in time. */
import { isInEras, isOpen, type Letter, PACKET_ITEMS } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { letterDueDay, letterReadyDay } from '#shared/plan/letters/due.ts';
import { isClinical } from '#shared/plan/rotation/kind.ts';
import { onPlan, openRotations } from '#shared/plan/rotation/on-plan.ts';
import { grantsLetters } from '#shared/plan/rotation/site.ts';
import { provenanceOf } from '#shared/world/programs/institution.ts';
import { phraseSource } from '#shared/world/provenance.ts';
import { type Matter, note, onRotation, type View } from '../../matter.ts';

export function letterNotes(view: View): Matter[] {
  return [
    ...openRotations(view.facts).flatMap((rotation) =>
      rotation.letters.filter(isOpen).flatMap((letter) => ofLetter(letter, rotation)),
    ),
    ...onPlan(view.facts).flatMap((rotation) => ofRotation(rotation, view)),
  ];
}

/** G10b: an IR month deserves a letter about IR. G16: four things for the writer, handed over with the request. */
function ofLetter({ id, writer, packet }: Letter, rotation: Rotation): Matter[] {
  const of = { subject: `${rotation.id}/${id}`, about: { rotationId: rotation.id, letterId: id } };
  const missing = PACKET_ITEMS.filter((item) => !packet?.includes(item));
  return [
    ...(isClinical(rotation) && rotation.specialty === 'ir' && writer.specialty !== 'ir'
      ? [note({ code: 'not-from-ir', weight: 'advice' }, of)]
      : []),
    ...(missing.length > 0
      ? [
          note(
            {
              code: 'packet',
              missing,
              isKnown: packet !== undefined,
              weight: packet ? 'advice' : 'reference',
            },
            of,
          ),
        ]
      : []),
  ];
}

/** A strong site may give no letter, and a month may end too late for the first review. */
function ofRotation(rotation: Rotation, { season, world }: View): Matter[] {
  const { dates, stage, letters } = rotation;
  const host = world.host(rotation.host.institutionId, rotation.mode);
  if (host && !grantsLetters(rotation, world)) {
    const source = phraseSource(provenanceOf(host, 'letters'));
    return [note({ code: 'no-letters', weight: 'warning', source }, onRotation(rotation))];
  }
  const review = season.dates['programs-review-opens'];
  if (!dates || !review || !isClinical(rotation) || stage === 'closed' || letters.some(isInEras))
    return [];
  if (letterReadyDay(dates, season) < review.day) return [];
  const due = letterDueDay(dates, season);
  const source = phraseSource(review);
  return [
    note(
      { code: 'letter-late', due, review: review.day, weight: 'advice', source },
      onRotation(rotation),
    ),
  ];
}
