/** Every bound of the product, its unit in its name, each with the reason it has that size. */

/** Guide: two to four rotations; three times that leaves room for applications that fail. */
export const ROTATIONS_MAX = 12;
/** ERAS takes four letters a program; a rotation rarely has more than two candidates. */
export const LETTERS_PER_ROTATION_MAX = 4;
/** Letters that no rotation gave: research mentors, former chiefs. ERAS takes four a program. */
export const OWN_LETTERS_MAX = 4;
/** Ours, since who is nagged writes worse: a writer gets at most four emails a letter, never two within five days. */
export const WRITER_MAILS_PER_LETTER_MAX = 4;
export const WRITER_GAP_MS = 5 * 86_400_000;
/** Times that a plan names whom to email about a letter: two for each rotation. A name is anybody's, so a plan emails no crowd. */
export const WRITERS_NAMED_MAX = 24;
/** Letters one writer is pointed at; past ones fall out first. A chair may write for a dozen applicants a season. */
export const POINTERS_MAX = 200;
/** What a writer's ledger keeps: four emails for each of fifty letters, far longer than any ladder. */
export const WRITER_MAILS_KEPT = 200;
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
/** The guide: two to four US rotations. */
export const PLAN_ROTATIONS_MAX = 4;
/** Lines of a long list on one page: a screen or two on a desk. */
export const LIST_LINES_MAX = 25;
/** Facts entered since the last release, in one item: at their longest they stay under 300 kB. */
export const ENTERED_FACTS_MAX = 400;
/** Rows of the directory on one page, and what may be typed into its search. */
export const DIRECTORY_PAGE_ROWS = 25;
export const QUERY_WORDS_MAX = 120;
/** The questions' answers in an address: five times what all fields filled in take. */
export const QUERY_CHARACTERS_MAX = 8_000;
export const QUERY_FIELDS_MAX = 80;
/** Nine census divisions and a few states. */
export const REGIONS_MAX = 12;

/** A name, a host, a specialty: one line on a phone twice over. */
export const LINE_CHARACTERS_MAX = 120;
/** A few sentences: a story for an interview, what was said in feedback. */
export const NOTE_CHARACTERS_MAX = 400;
/** The kind of a procedure: "TACE", "percutaneous nephrostomy, ultrasound-guided". */
export const PROCEDURE_CHARACTERS_MAX = 60;
/** Four full months of ten cases a working day, twice over; a day of one kind takes sixteen bytes of the item. */
export const CASES_MAX = 2000;
/** Kinds of procedure, each hands-on or observed, over all rotations. */
export const PROCEDURES_MAX = 160;
/** Every kind of cost at six rotations. */
export const COSTS_MAX = 60;
/** More than any one cost of a season in US dollars. */
export const COST_USD_MAX = 100_000;
/** ERAS lists ten; what a person chooses from may be more. */
export const EXPERIENCES_MAX = 20;
/** An address that nobody confirms is kept this long. */
export const SIGN_UP_DAYS = 2;
/** More is somebody pressing a button, perhaps with another's address. */
export const CONFIRMATIONS_PER_DAY_MAX = 3;
/** Over the whole service: a class of students can begin within an hour, a flood cannot. */
export const SIGN_UPS_PER_HOUR_MAX = 60;
/** RFC 5321's longest path. */
export const ADDRESS_CHARACTERS_MAX = 254;

/** A replay later than fifty updates ago is not a double click. */
export const ACCEPTED_UPDATES_MAX = 50;
/** Older history and emails go to a chunk, so that an item stays far under DynamoDB's 400 kB. */
export const ITEM_BYTES_MAX = 100_000;
/** A spilling item keeps its last two months. */
export const KEPT_DAYS = 60;
/** A key stays in the item this long after the day it speaks of: longer than the last rung of any ladder stays current. */
export const KEY_KEPT_DAYS = 90;
/** Fewer entries are not worth a chunk: an item over its bound would put one with every write. */
export const SPILL_ENTRIES_MIN = 20;
/** What it keeps of a history that is too long even so. */
export const HISTORY_KEPT = 40;
/** Emails waiting to answer a cause: more is somebody pressing a button. */
export const CAUSES_MAX = 20;

/** Deadlines a cohort's list knows of one person: a season's open ones, papers of one rotation and day taken together. */
export const OUTLOOK_DUE_MAX = 8;
/** Of these what is only advised: hard dates are what a week is planned by. */
export const OUTLOOK_ADVISED_MAX = 2;
/** A title or source in a cohort's list: enough to know it by; the plan has the whole of it. */
export const OUTLOOK_LINE_CHARACTERS_MAX = 70;

/** Closed cases an item keeps beside the open one: what a year with a person looks like. */
export const CASES_KEPT_MAX = 10;
/** Changes of a cohort's thresholds kept with it: two a month for a year. */
export const RISK_CHANGES_KEPT_MAX = 24;
/** Applicants on one page of a report: what a screen of rows can be read at. */
export const REPORT_ROWS_MAX = 50;
/** Pages an address may ask for: more people than any cohort has. */
export const REPORT_PAGES_MAX = 2000;
/** People one report reads: its counts must be of everybody, and a read must end. */
export const REPORT_PEOPLE_MAX = 20_000;
/** People one message goes to: everybody of the largest report. */
export const MESSAGE_PEOPLE_MAX = 20_000;
/** Recipients in one item, and come to between two records of how far a message is. */
export const MESSAGE_PART_PEOPLE = 1000;
export const MESSAGE_BATCH_PEOPLE = 100;
/** Who was to get a message is forgotten, like whoever asks about it, after a season's month. */
export const MESSAGE_KEPT_DAYS = 30;
/** Names that a preview shows of each kind; all of them are a list with pages. */
export const MESSAGE_NAMES_SHOWN = 25;
/** A message is a few paragraphs; longer words are read by nobody. */
export const MESSAGE_CHARACTERS_MAX = 600;
export const MESSAGE_PARAGRAPHS_MAX = 5;
/** A case that a person closed opens again for the same reasons only after this. */
export const CASE_QUIET_MS = 14 * 86_400_000;
/** Things one person puts off at a time: more is a plan to be changed, not reminders. */
export const SNOOZES_MAX = 40;

/** Items written at once where many are: enough to hide the way to a table, few enough to be fair to it. */
export const WRITES_AT_ONCE = 10;
/** Re-reads after a lost race before the caller is asked to try again: enough for a hundred who write one item at once. */
export const CONFLICT_RETRIES_MAX = 12;
/** The first pause is up to twice this, about as long as a table takes to be read and written. */
export const CONFLICT_PAUSE_MS_MIN = 20;
/** All pauses together stay well within the time of a request. */
export const CONFLICT_PAUSE_MS_MAX = 1000;
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
/** Signatures one header may hold: two secrets, each in a few versions. */
export const SIGNATURES_MAX = 8;
/** A sender may send so many messages in one window: twenty a second, more than any form. */
export const MESSAGES_PER_WINDOW_MAX = 200;
export const QUOTA_WINDOW_MS = 10_000;
/** Messages a process takes from the window with one write, so that not every message writes. */
export const QUOTA_BLOCK = 20;
/** What a sender's page shows. */
export const DELIVERIES_SHOWN_MAX = 100;
/** Items that hold a sender's deliveries, so that those that come at once do not meet in one. */
export const DELIVERY_SHELVES = 16;
/** A shelf stays under DynamoDB's 400 kB also after one more message of a hundred updates. */
export const SHELF_BYTES_MAX = 150_000;
/** More senders are somebody's mistake, and the page of senders is one page. */
export const SENDERS_MAX = 200;
/** A sender serves a few cohorts of one school. */
export const SENDER_COHORTS_MAX = 20;
/** Google Forms and Typeform advise against more questions on one form than this. */
export const MAPPED_QUESTIONS_MAX = 100;
/** After a rotation both secrets count for a week: time to change the form. */
export const SECRET_OVERLAP_MS = 7 * 86_400_000;

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
/** A calendar reads its feed through a whole season, 18 months, and the summer after it. */
export const FEED_DAYS = 730;
/** An emailed link outlives the longest gap between two emails of one ladder. */
export const LINK_DAYS = 60;

/** A one-time sign-in link is used at once or not at all. */
export const SIGN_IN_MINUTES = 15;
/** More is somebody pressing a button. */
export const SIGN_INS_PER_HOUR_MAX = 3;
export const SIGN_INS_PER_DAY_MAX = 10;
/** A season of weekly briefs and the sign-ins of a few days: older ones decide nothing any more. */
export const ADVISOR_MAILS_KEPT = 100;
/** A working day: nobody signs in twice in one, and a left browser is closed by the next. */
export const SESSION_HOURS = 12;
/** A large school's years side by side. */
export const COHORTS_PER_ADVISOR_MAX = 100;
/** A large school's whole office. */
export const ADVISORS_PER_COHORT_MAX = 100;

/** An HTTP API hands a Lambda 6 MB, and a file in a form grows by a third on its way: ten thousand lines fit twice. */
export const IMPORT_BYTES_MAX = 4_000_000;
/** On one's own machine nothing but memory bounds a file: four rotations for each of ten thousand people. */
export const IMPORT_FILE_BYTES_MAX = 20_000_000;
export const IMPORT_ROWS_MAX = 50_000;
/** Ours are about forty; a school's own sheet may have some more. */
export const IMPORT_CELLS_MAX = 200;
/** A line of two hundred full cells; more is a quotation mark that is never closed. */
export const IMPORT_RECORD_CHARACTERS_MAX = 50_000;
/** Nobody fixes more at once; the others are counted. */
export const IMPORT_PROBLEMS_SHOWN_MAX = 200;
/** A piece of a file as one item: far under DynamoDB's 400 kB, whatever its characters weigh. */
export const IMPORT_PART_CHARACTERS_MAX = 90_000;
/** What an import may leave and name; the cohort's pages show the rest. */
export const IMPORT_LEFT_MAX = 100;
/** People looked up at once: ten thousand of a file must be judged within a request. */
export const IMPORT_FOUND_AT_ONCE = 50;
/** Written between two records of how far an import is. */
export const IMPORT_BATCH_PEOPLE = 100;
/** An uploaded file that nobody applies is forgotten. */
export const IMPORT_KEPT_DAYS = 2;
/** An export lies for a day: long enough for whoever asked, too short to be forgotten somewhere. */
export const EXPORT_KEPT_HOURS = 24;
/** People read at once while an export is written. */
export const EXPORT_PAGE_PEOPLE = 50;
/** Beneath it a number may point at somebody (US states publish from 5 to 30 on, most often from 10). */
export const TOTALS_CELL_MIN = 10;
/** What a cohort's record keeps in one item; older entries go to a chunk. */
export const AUDIT_ENTRIES_MAX = 200;
/** A job that says nothing this long has died; the next sweep takes it up. */
export const JOB_LEASE_MS = 120_000;

/** An execution lives a year at most and holds 25,000 events: it hands over to a next run well before either. */
export const RUN_MS_MAX = 300 * 86_400_000;
/** Each look costs about fifteen events. */
export const RE_ENTRIES_MAX = 200;
/** The longest wait; a wait is never longer than what is left of its run. */
export const WAIT_SECONDS_MAX = 300 * 86_400;
/** How long a time move, a signal or a start is left to the execution before the sweep makes it. */
export const WORKFLOW_GRACE_MS = 3_600_000;
/** A wait this old is asked whether its execution still lives, in case nobody heard of its end. */
export const WAIT_TRUSTED_MS = 7 * 86_400_000;

/** How long a process may go on with the world it read: a corrected date is everywhere a minute later. */
export const WORLD_FRESH_MS = 60_000;
/** The seasons people of one deployment aim for, and a few to spare. */
export const SEASONS_REPLACED_MAX = 6;
/** For everyone. A season has 19 dates and a host two leads: more corrections than this belong in the data files. */
export const CORRECTIONS_MAX = 60;
/** Not yet confirmed, of one team: no cohort uses up what all share. */
export const UNCONFIRMED_CORRECTIONS_MAX = 30;
/** Of everyone and all teams together; the item that holds them stays well below what a store takes. */
export const ALL_CORRECTIONS_MAX = 150;
export const WORLD_BYTES_MAX = 300_000;
/** A reason or a source: a few sentences, or a long address. */
export const REASON_CHARACTERS_MAX = 500;
/** Changes of the world kept beside it; older ones are put aside this many at a time. */
export const AUDIT_KEPT = 40;
/** A season has 19 dates; an email that names more than a dozen names the plan instead. */
export const MOVED_DATES_MAX = 12;
/** Longer than any process keeps an old world, and than a deployment takes to change every function. */
export const WORLD_SETTLES_MS = 600_000;
/** People woken at once by the walk that has everybody planned again. */
export const WALK_PAGE_MAX = 25;
/** Pages of one sweep's share of the walk, 10,000 people: some seconds of it. The next sweep goes on. */
export const WALK_PAGES_MAX = 400;

/** Complaints among the emails sent: at 0.1 % mail systems and SES begin to judge the sender, so we stop short of it. */
export const COMPLAINT_RATE_MAX = 0.0008;
/** One or two people who press the button for spam are no judgment of the sender, however few emails left. */
export const COMPLAINERS_MIN = 3;
/** Addresses of one domain that are missing on one day: with so many the domain has a fault, or we have its name wrong. */
export const MISSING_AT_DOMAIN_MIN = 5;
/** More people than are counted one by one: each bound on them is met long before. */
export const MARKS_KEPT = 100;
/** A month is a representative volume for a school of a few dozen. */
export const TALLY_DAYS = 30;
/** Emails that came back one after another from a mailbox that is full or away, before it counts as gone. */
export const RETURNED_MAX = 3;
