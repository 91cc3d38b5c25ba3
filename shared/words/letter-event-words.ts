/** The words of each event of a letter. */
export const LETTER_EVENT_WORDS = {
  'letter-asked': {
    button: 'I asked',
    past: 'Asked for a letter',
    title: 'I asked for a letter',
    follows: 'The plan keeps the writer’s name and the letter’s status, never the letter.',
    fields: { 'writer.address': { hint: 'If you know it.' } },
  },
  'letter-contact': {
    button: 'Email the writer',
    past: 'Emails to the writer started',
    title: 'The writer agreed in person: email them the details',
    follows:
      'We email the writer your dates, what they saw, the due date, and your packet: at most four emails. They answer on a page of their own.',
    fields: {
      seen: {
        hint: 'One line that reminds them who you are, for example: “12 drainages, my talk on TIPS”. No patient data.',
      },
    },
  },
  'letter-promised': {
    button: 'I will do it',
    past: 'Letter promised',
  },
  'letter-handed-over': {
    button: 'Hand it to my coordinator',
    past: 'Letter handed to the writer’s coordinator',
  },
  'letter-taken-over': {
    button: 'I will upload it',
    past: 'Letter taken over by the coordinator',
  },
  'letter-taken-back': {
    button: 'End the hand-over',
    past: 'Letter taken back from the coordinator',
    follows: 'The coordinator no longer sees it, and the emails go to the writer again.',
  },
  'letter-email-stopped': {
    button: 'Stop the emails about this letter',
    past: 'Emails to the writer stopped',
  },
  'letter-agreed': {
    button: 'The writer agreed',
    past: 'Writer agreed',
    follows: 'Next comes the Letter Request Form in MyERAS, once ERAS is open.',
  },
  'letter-requested': {
    button: 'I sent the Letter Request Form',
    past: 'Letter Request Form sent from ERAS',
    follows: 'The writer uploads the letter with the Letter ID from that form.',
    fields: { erasLetterId: { hint: 'It is on the Letter Request Form. You may leave it empty.' } },
  },
  'letter-uploaded': {
    button: 'The letter is uploaded',
    past: 'Letter uploaded to ERAS',
    follows: 'Next, assign the letter to programs in MyERAS.',
  },
  'letter-assigned': {
    button: 'I assigned the letter to programs',
    past: 'Letter assigned to programs in MyERAS',
    follows: 'The letter then counts for these programs.',
  },
  'letter-declined': {
    button: 'The writer declined',
    past: 'Writer declined',
    follows: 'The plan then suggests asking another writer.',
  },
  'letter-corrected': {
    button: 'Correct the letter’s status',
    past: 'Letter status corrected',
    title: 'I reported a step by mistake',
    follows: 'The letter goes back to this step, and the plan continues from there.',
    fields: { to: { label: 'Where the letter is' } },
  },
};
