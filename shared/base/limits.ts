/** Every bound of the product, its unit in its name, each with the reason it has that size. */

/** Guide: two to four rotations; three times that leaves room for applications that fail. */
export const ROTATIONS_MAX = 12;
/** ERAS takes four letters a program; a rotation rarely has more than two candidates. */
export const LETTERS_PER_ROTATION_MAX = 4;
/** Letters that no rotation gave: research mentors, former chiefs. ERAS takes four a program. */
export const OWN_LETTERS_MAX = 4;
/** Ours, since who is nagged writes worse: a writer gets at most four emails a letter, never two within five days. */
export const WRITER_MAILS_PER_LETTER_MAX = 4;
/** A CV in short, or a personal statement of one page; more is linked. */
export const PACKET_CHARACTERS_MAX = 4000;
/** What a web address of a shared document needs. */
export const URL_CHARACTERS_MAX = 500;
/** A small task every working day of a four-week month. */
export const TASKS_PER_ROTATION_MAX = 20;
/** One document of each kind and a few to spare. */
export const DOCUMENTS_MAX = 40;
/** The most points a factor of the shortlist may give; more would only be another unit. */
export const WEIGHT_MAX = 100;
/** A season's months from one September to the next. */
export const MONTHS_WISHED_MAX = 12;
/** Months and sites from which whole plans are made: every combination of these is weighed, in under a second. */
export const PLAN_MONTHS_MAX = 6;
export const PLAN_SITES_MAX = 8;
/** Facts entered since the last release, in one item: at their longest they stay under 300 kB. */
export const ENTERED_FACTS_MAX = 400;
/** The questions' answers in an address: five times what all fields filled in take. */
export const QUERY_CHARACTERS_MAX = 8_000;

/** A name, a host, a specialty: one line on a phone twice over. */
export const LINE_CHARACTERS_MAX = 120;
/** A few sentences: a story for an interview, what was said in feedback. */
export const NOTE_CHARACTERS_MAX = 400;
/** Four full months of ten cases a working day, twice over; a day of one kind takes sixteen bytes of the item. */
export const CASES_MAX = 2000;
/** Kinds of procedure, each hands-on or observed, over all rotations. */
export const PROCEDURES_MAX = 160;
/** Every kind of cost at six rotations. */
export const COSTS_MAX = 60;
/** ERAS lists ten; what a person chooses from may be more. */
export const EXPERIENCES_MAX = 20;
/** An address that nobody confirms is kept this long. */
export const SIGN_UP_DAYS = 2;

/** A replay later than fifty updates ago is not a double click. */
export const ACCEPTED_UPDATES_MAX = 50;
/** Emails waiting to answer a cause: more is somebody pressing a button. */
export const CAUSES_MAX = 20;

/** Deadlines a cohort's list knows of one person: a season's open ones, papers of one rotation and day taken together. */
export const OUTLOOK_DUE_MAX = 8;
/** A title or source in a cohort's list: enough to know it by; the plan has the whole of it. */
export const OUTLOOK_LINE_CHARACTERS_MAX = 70;

/** Closed cases an item keeps beside the open one: what a year with a person looks like. */
export const CASES_KEPT_MAX = 10;
/** Applicants on one page of a report: what a screen of rows can be read at. */
export const REPORT_ROWS_MAX = 50;
/** Recipients in one item, and come to between two records of how far a message is. */
export const MESSAGE_PART_PEOPLE = 1000;
/** A message is a few paragraphs; longer words are read by nobody. */
export const MESSAGE_CHARACTERS_MAX = 600;
export const MESSAGE_PARAGRAPHS_MAX = 5;
/** Things one person puts off at a time: more is a plan to be changed, not reminders. */
export const SNOOZES_MAX = 40;

/** Items written at once where many are: enough to hide the way to a table, few enough to be fair to it. */
export const WRITES_AT_ONCE = 10;
/** Re-reads after a lost race before the caller is asked to try again: enough for a hundred who write one item at once. */
export const CONFLICT_RETRIES_MAX = 12;
/** Where mail leaves least often, a sweep comes once an hour. */
export const SWEEP_EVERY_MS = 3_600_000;
/** People one page of the due index holds. */
export const SWEEP_PAGE_MAX = 100;
/** Rows any page of any index may hold. */
export const PAGE_ROWS_MAX = 1000;
/** Pages one sweep reads: more would outlive its function; the next sweep goes on. */
export const SWEEP_PAGES_MAX = 200;
/** Time moves and emails one visit makes for one person; more would be a loop. */
export const STEPS_PER_VISIT_MAX = 40;
/** Items a digest names before it says "and N more". */
export const DIGEST_ITEMS_MAX = 6;

/** A form is a few fields; a larger body is not ours. */
export const FORM_BYTES_MAX = 16_384;

/** A hundred updates of a kilobyte, and room for a form with long questions. */
export const WEBHOOK_BYTES_MAX = 262_144;
/** A form of ours nests four deep; a payload of Typeform seven. */
export const JSON_DEPTH_MAX = 16;
/** One message carries a class's worth of answers; a school with more sends several. */
export const BATCH_ITEMS_MAX = 100;
/** Standard Webhooks' own tolerance between the sender's clock and ours. */
export const SIGNED_WITHIN_MS = 5 * 60_000;
/** Typeform signs no moment of sending, only that of the submission, and repeats a failed delivery for hours. */
export const SUBMITTED_WITHIN_MS = 86_400_000;
/** A sender may send so many messages in one window: twenty a second, more than any form. */
export const MESSAGES_PER_WINDOW_MAX = 200;
export const QUOTA_WINDOW_MS = 10_000;
/** What a sender's page shows. */
export const DELIVERIES_SHOWN_MAX = 100;
/** More senders are somebody's mistake, and the page of senders is one page. */
export const SENDERS_MAX = 200;
/** Google Forms and Typeform advise against more questions on one form than this. */
export const MAPPED_QUESTIONS_MAX = 100;

/** An email's claim must outlive the function that made it. */
export const LEASE_MS = 120_000;
/** Nothing is sent this close to the lease's end: a slow send must not outlive its claim. */
export const LEASE_MARGIN_MS = 30_000;
/** A failing person is tried again after an hour, then two, four … a day at most. */
export const BACK_OFF_MS = 3_600_000;
export const BACK_OFF_MAX_MS = 86_400_000;
/** Nobody is forgotten longer than a week, whatever the plan says. */
export const LONGEST_REST_MS = 7 * 86_400_000;
/** An update can be taken back for a day. */
export const UNDO_MS = 86_400_000;
/** An emailed link outlives the longest gap between two emails of one ladder. */
export const LINK_DAYS = 60;

/** A one-time sign-in link is used at once or not at all. */
export const SIGN_IN_MINUTES = 15;
/** More is somebody pressing a button. */
export const SIGN_INS_PER_HOUR_MAX = 3;
export const SIGN_INS_PER_DAY_MAX = 10;
/** A working day: nobody signs in twice in one, and a left browser is closed by the next. */
export const SESSION_HOURS = 12;
/** A large school's years side by side. */
export const COHORTS_PER_ADVISOR_MAX = 100;

/** An HTTP API hands a Lambda 6 MB, and a file in a form grows by a third on its way: ten thousand lines fit twice. */
export const IMPORT_BYTES_MAX = 4_000_000;
/** On one's own machine nothing but memory bounds a file: four rotations for each of ten thousand people. */
export const IMPORT_FILE_BYTES_MAX = 20_000_000;
/** Ours are about forty; a school's own sheet may have some more. */
export const IMPORT_CELLS_MAX = 200;
/** What an import may leave and name; the cohort's pages show the rest. */
export const IMPORT_LEFT_MAX = 100;
/** People looked up at once: ten thousand of a file must be judged within a request. */
export const IMPORT_FOUND_AT_ONCE = 50;
/** Written between two records of how far an import is. */
export const IMPORT_BATCH_PEOPLE = 100;
/** An export lies for a day: long enough for whoever asked, too short to be forgotten somewhere. */
export const EXPORT_KEPT_HOURS = 24;
/** Beneath it a number may point at somebody (US states publish from 5 to 30 on, most often from 10). */
export const TOTALS_CELL_MIN = 10;
/** A job that says nothing this long has died; the next sweep takes it up. */
export const JOB_LEASE_MS = 120_000;

/** The longest wait; a wait is never longer than what is left of its run. */
export const WAIT_SECONDS_MAX = 300 * 86_400;
/** How long a time move, a signal or a start is left to the execution before the sweep makes it. */
export const WORKFLOW_GRACE_MS = 3_600_000;

/** The seasons people of one deployment aim for, and a few to spare. */
export const SEASONS_REPLACED_MAX = 6;
/** Of everyone and all teams together; the item that holds them stays well below what a store takes. */
export const ALL_CORRECTIONS_MAX = 150;
/** A season has 19 dates; an email that names more than a dozen names the plan instead. */
export const MOVED_DATES_MAX = 12;
