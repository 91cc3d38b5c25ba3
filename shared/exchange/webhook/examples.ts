/** One message of each kind, as the description shows it. The people are invented. */
export const STANDARD_EXAMPLE = {
  updates: [
    {
      applicant: { address: 'alice@example.org' },
      rotation: { host: 'Brown' },
      event: { type: 'offered', expiresOn: '2027-03-12' },
    },
  ],
} as const;

export const GOOGLE_EXAMPLE = {
  form: { id: '1FAIpQLSexample', title: 'Away rotation update' },
  response: {
    id: '2_ABaOnuexample',
    submittedAt: '2026-11-23T14:59:58.000Z',
    respondentEmail: 'alice@example.org',
  },
  answers: [
    { question: 'Where is the rotation?', type: 'TEXT', answer: 'Brown' },
    { question: 'What happened?', type: 'MULTIPLE_CHOICE', answer: 'I have an offer' },
    { question: 'Until when is the offer valid?', type: 'DATE', answer: '2027-03-12' },
  ],
} as const;

export const TYPEFORM_EXAMPLE = {
  event_id: '01KAMPLE0000000000000000',
  event_type: 'form_response',
  form_response: {
    form_id: 'lT4Z3j',
    token: 'a3a12ec67a1365927098a606107fac15',
    submitted_at: '2026-11-23T14:59:58Z',
    landed_at: '2026-11-23T14:57:01Z',
    definition: {
      id: 'lT4Z3j',
      title: 'Away rotation update',
      fields: [
        { id: 'SMEUb7VJz92Q', title: 'Your email address', type: 'email', ref: 'address' },
        { id: 'JwWggjAKtOkA', title: 'Where is the rotation?', type: 'short_text', ref: 'host' },
        { id: 'KoJxDM3c6x8h', title: 'Until when is the offer valid?', type: 'date', ref: 'until' },
      ],
    },
    answers: [
      {
        type: 'email',
        email: 'alice@example.org',
        field: { id: 'SMEUb7VJz92Q', type: 'email', ref: 'address' },
      },
      {
        type: 'text',
        text: 'Brown',
        field: { id: 'JwWggjAKtOkA', type: 'short_text', ref: 'host' },
      },
      {
        type: 'date',
        date: '2027-03-12',
        field: { id: 'KoJxDM3c6x8h', type: 'date', ref: 'until' },
      },
    ],
  },
} as const;
