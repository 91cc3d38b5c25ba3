/** What another page of a host is about, in words: the columns that a further fact can add to. */
export const FURTHER_WORDS = {
  students: 'international students',
  studentsCondition: 'who can apply',
  graduates: 'graduates',
  graduatesCondition: 'graduates',
  citizenship: 'citizenship',
  radiology: 'diagnostic radiology',
  interventional: 'interventional radiology',
  departments: 'departments',
  route: 'how to apply',
  contactRule: 'whom to contact',
  opens: 'when applications open',
  deadline: 'the application deadline',
  months: 'months',
  decision: 'when it answers',
  maxLength: 'length',
  applicationFee: 'the application fee',
  tuition: 'tuition',
  feeNotes: 'fees',
  english: 'English',
  exams: 'exams',
  papersWithApplication: 'papers with the application',
  papersAfterAcceptance: 'papers after acceptance',
  health: 'health',
  insurance: 'insurance',
  visa: 'the visa',
  letters: 'letters',
  status: 'whether it takes applications',
} as const;

type FurtherField = keyof typeof FURTHER_WORDS;
export const FURTHER_FIELDS = Object.keys(FURTHER_WORDS) as [FurtherField, ...FurtherField[]];
