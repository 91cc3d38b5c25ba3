/**
 * A delivery as Typeform's own documentation shows it, shortened, with our questions in the places of theirs:
 * https://www.typeform.com/developers/webhooks/example-payload/ (read on 2026-11-24).
 */
export function typeformPayload(submittedAt: string): {
  form_response: { answers: Record<string, unknown>[]; [name: string]: unknown };
  [name: string]: unknown;
} {
  return {
    event_id: 'LtWXD3crgy',
    event_type: 'form_response',
    form_response: {
      form_id: 'lT4Z3j',
      token: 'a3a12ec67a1365927098a606107fac15',
      submitted_at: submittedAt,
      landed_at: submittedAt,
      calculated: { score: 9 },
      variables: [
        { key: 'score', type: 'number', number: 4 },
        { key: 'name', type: 'text', text: 'typeform' },
      ],
      hidden: { user_id: 'bob' },
      definition: {
        id: 'lT4Z3j',
        title: 'Webhooks example',
        fields: [
          {
            id: 'DlXFaesGBpoF',
            title: 'Thanks, {{answer_60906475}}! Where is the rotation?',
            type: 'long_text',
            ref: 'readable_ref_long_text',
            allow_multiple_selections: false,
            allow_other_choice: false,
          },
          {
            id: 'KoJxDM3c6x8h',
            title: 'First day',
            type: 'date',
            ref: 'readable_ref_date',
            allow_multiple_selections: false,
            allow_other_choice: false,
          },
          { id: 'NRsxU591jIW9', title: 'Last day', type: 'date', ref: 'readable_ref_date_2' },
          {
            id: 'PNe8ZKBK8C2Q',
            title: 'Which pictures do you like? You can choose as many as you like.',
            type: 'picture_choice',
            ref: 'readable_ref_picture_choice',
            allow_multiple_selections: true,
            allow_other_choice: false,
            choices: [{ id: 'eXnU3oA141Cg', ref: '238d1802', label: 'London' }],
          },
          {
            id: 'k6TP9oLGgHjl',
            title: 'What happened?',
            type: 'multiple_choice',
            ref: 'readable_ref_multiple_choice',
          },
          {
            id: 'RUqkXSeXBXSd',
            title: 'Are you sure?',
            type: 'yes_no',
            ref: 'readable_ref_yes_no',
          },
        ],
        endings: [{ id: 'dN5FLyFpCMFo', title: 'Thank you', type: 'thankyou_screen' }],
      },
      answers: [
        {
          type: 'text',
          text: 'Brown',
          field: { id: 'DlXFaesGBpoF', type: 'long_text', ref: 'readable_ref_long_text' },
        },
        {
          type: 'date',
          date: '2027-07-05',
          field: { id: 'KoJxDM3c6x8h', type: 'date', ref: 'readable_ref_date' },
        },
        {
          type: 'date',
          date: '2027-07-30',
          field: { id: 'NRsxU591jIW9', type: 'date', ref: 'readable_ref_date_2' },
        },
        {
          type: 'choices',
          choices: {
            ids: ['eXnU3oA141Cg', 'aTZmZGYV6liX'],
            labels: ['London', 'Sydney'],
            refs: [],
          },
          field: { id: 'PNe8ZKBK8C2Q', type: 'picture_choice', ref: 'readable_ref_picture_choice' },
        },
        {
          type: 'choice',
          choice: { id: 'nR4Uu', ref: 'aa1', label: 'I have applied' },
          field: {
            id: 'k6TP9oLGgHjl',
            type: 'multiple_choice',
            ref: 'readable_ref_multiple_choice',
          },
        },
        {
          type: 'boolean',
          boolean: true,
          field: { id: 'RUqkXSeXBXSd', type: 'yes_no', ref: 'readable_ref_yes_no' },
        },
      ],
    },
  };
}
