/** What each field is called, in forms and in the sentences about them. */

const LABELS: Readonly<Record<string, string>> = {
  update: 'The form’s number',
  revision: 'The form’s revision',
  type: 'The kind of update',
  rotationId: 'The rotation',
  letterId: 'The letter',
  route: 'How you apply',
  'dates.start': 'First day',
  'dates.end': 'Last day',
  windowClosesOn: 'Last day the host takes applications',
  expiresOn: 'Expiry date',
  kind: 'Document',
  status: 'How far it is',
  heldBy: 'Who has it now',
  issuedOn: 'Issue date',
  liesAt: 'Where the paper is',
  mood: 'How the feedback was',
  'writer.name': 'Writer’s name',
  'writer.address': 'Writer’s mail address',
  'writer.specialty': 'Writer’s field',
  address: 'Writer’s mail address',
  agreedInPerson: 'The writer agreed in person to write this letter',
  seen: 'What the writer saw of your work',
  by: 'The day',
  'coordinator.name': 'Coordinator’s name',
  'coordinator.address': 'Coordinator’s mail address',
  erasLetterId: 'ERAS Letter ID',
  zone: 'Time zone',
  'rotation.host.name': 'Host',
  'rotation.specialty': 'Specialty',
  'rotation.mode': 'What you do there',
  'rotation.route': 'How you apply',
  'rotation.country': 'Country',
  'rotation.dates.start': 'First day',
  'rotation.dates.end': 'Last day',
  'rotation.windowClosesOn': 'Last day the host takes applications',
};

/** The label of a field, or its bare name where the form knows none. */
export function labelOf(name: string): string {
  return (Object.hasOwn(LABELS, name) && LABELS[name]) || `“${name.slice(0, 40)}”`;
}
