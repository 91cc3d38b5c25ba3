/** Limits that several files share, each with its unit and the reason for its size. A limit of one file is in that file. */

/** The guide recommends two to four rotations; three times that leaves room for failed applications. */
export const ROTATIONS_MAX = 12;
/** ERAS accepts four letters per program; a rotation rarely has more than two candidates. */
export const LETTERS_PER_ROTATION_MAX = 4;
/** Letters from outside the rotations: research mentors, former chiefs. ERAS accepts four per program. */
export const OWN_LETTERS_MAX = 4;
/** Our choice: a writer who is nagged writes a worse letter. */
export const WRITER_EMAILS_PER_LETTER_MAX = 4;
/** A season's months from one September to the next. */
export const MONTHS_WISHED_MAX = 12;
/** Months and sites that whole plans are built from: all combinations are weighed in under a second. */
export const PLAN_MONTHS_MAX = 6;
export const PLAN_SITES_MAX = 8;
/** The answers in an address: five times what a fully filled form takes. */
export const QUERY_CHARACTERS_MAX = 8_000;

/** A name, a host, or a specialty: two lines on a phone. */
export const LINE_CHARACTERS_MAX = 120;
/** A few sentences: an interview story, or feedback. */
export const NOTE_CHARACTERS_MAX = 400;

/** A person has a plan of their own and one of each school; more would be a mistake. */
export const PLANS_PER_ADDRESS_MAX = 10;

/** Emails waiting to be sent for a cause; more means that someone keeps pressing a button. */
export const CAUSES_MAX = 20;

/** Parallel writes in a batch: enough to hide the table's latency, and few enough not to crowd out others. */
export const WRITES_AT_ONCE = 10;
/** Retries after a conflict before the caller is asked to try again: enough for a hundred writers of one item. */
export const CONFLICT_RETRIES_MAX = 12;
/** The longest interval between sweeps in any deployment. */
export const SWEEP_EVERY_MS = 3_600_000;
/** People on one page of the due index. */
export const SWEEP_PAGE_MAX = 100;
/** Rows on a page of any index. */
export const PAGE_ROWS_MAX = 1000;
/** Pages per sweep: more would exceed the function's timeout; the next sweep continues. */
export const SWEEP_PAGES_MAX = 200;
/** Items in a digest before "and N more". */
export const DIGEST_ITEMS_MAX = 4;

/** A form has a few fields; a larger body is not from our forms. */
export const FORM_BYTES_MAX = 16_384;

/** A hundred updates of a kilobyte each, and room for a form with long questions. */
export const WEBHOOK_BYTES_MAX = 262_144;
/** Our forms nest four levels deep, Typeform's payloads seven. */
export const JSON_DEPTH_MAX = 16;
/** One message carries the answers of a whole class; a larger school sends several. */
export const BATCH_ITEMS_MAX = 100;
/** The tolerance that Standard Webhooks recommends between the sender's clock and ours. */
export const SIGNED_WITHIN_MS = 5 * 60_000;
/** Typeform signs only the time of submission, not of sending, and retries failed deliveries for hours. */
export const SUBMITTED_WITHIN_MS = 86_400_000;
/** On a sender's page. */
export const DELIVERIES_SHOWN_MAX = 100;
/** Senders in use of one cohort: each has a share of its own, and all are on one page. */
export const SENDERS_PER_COHORT_MAX = 20;
/** Google Forms and Typeform advise against more questions on one form. */
export const MAPPED_QUESTIONS_MAX = 100;

/** An email's claim must outlive the function that made it. */
export const LEASE_MS = 120_000;
/** Nothing is sent this close to the end of the lease: a slow send must not outlive its claim. */
export const LEASE_MARGIN_MS = 30_000;
/** Everyone is visited at least once a week, whatever the plan says. */
export const LONGEST_REST_MS = 7 * 86_400_000;
/** An update can be undone for a day. */
export const UNDO_MS = 86_400_000;
/** An emailed link must outlive the longest gap between two reminders. */
export const LINK_DAYS = 60;
/** What takes the data out of our hands, or ends the plan, wants someone who can read the mailbox now. */
export const FRESH_LINK_MS = 3_600_000;
/** A deleted plan can be kept for a week: someone else may have pressed the button. */
export const DELETION_DAYS = 7;

/** A one-time sign-in link is used at once or not at all. */
export const SIGN_IN_MINUTES = 15;
/** A working day: no second sign-in that day, and an abandoned browser is signed out by the next. */
export const SESSION_HOURS = 12;
/** The class years of a large school. */
export const COHORTS_PER_ADVISOR_MAX = 100;

/** A Lambda behind an HTTP API gets at most 6 MB, and a file in a form grows by a third. Ten thousand lines fit twice. */
export const IMPORT_BYTES_MAX = 4_000_000;
/** People written between two records of an import's progress. */
export const IMPORT_BATCH_PEOPLE = 100;
/** A job that is silent for this long has died; the next sweep takes over. */
export const JOB_LEASE_MS = 120_000;

/** The longest wait; none outlasts its run. */
export const WAIT_SECONDS_MAX = 300 * 86_400;

/** The seasons of one deployment's applicants, and a few to spare. */
export const SEASONS_REPLACED_MAX = 6;
