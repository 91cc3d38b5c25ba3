/** Everything known of a program or a host as lines to show, each with its source and age; and what to ask. */

import type { Day } from '#shared/base/time/day.ts';
import type { Provenance } from '../provenance.ts';
import { factDay, isOld } from './fact-age.ts';
import { type Institution, provenanceOf, type ReadField } from './institution.ts';
import type { Program } from './program.ts';
import { SIGN_QUESTIONS, TEACHING_SIGNS } from './teaching.ts';

export interface KnownFact extends Provenance {
  readonly label: string;
  readonly says: string;
  readonly asOf: Day;
  /** Older than twelve months: a reason to ask again, not to disbelieve. */
  readonly isOld: boolean;
}

export interface Known {
  readonly facts: readonly KnownFact[];
  /** Questions nobody has answered. */
  readonly asks: readonly string[];
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** What is known of a program, each fact with source and age, and what is not known. */
export function knownOfProgram(program: Program, today: Day): Known {
  const { esir, visa, imgResidents, visiting } = program;
  const facts: KnownFact[] = [
    fact('In the list', `ACGME ${program.code}, ERAS ${program.listSeason}`, program, today),
    ...(esir
      ? [
          fact(
            'ESIR',
            `${esir.offered}${esir.slotsStated ? `, ${esir.slotsStated}` : ''} (${esir.statedFor}; confidence ${esir.confidence})`,
            esir,
            today,
            esir.statedFor,
          ),
        ]
      : []),
    ...(visa
      ? [
          fact(
            'Visa for residents',
            `J-1: ${visa.j1Stated ?? visa.j1 ?? 'not known'}; H-1B: ${visa.h1bStated ?? visa.h1b ?? 'not known'} (${visa.scope})`,
            visa,
            today,
          ),
        ]
      : []),
    ...(imgResidents
      ? [
          fact(
            'IMG residents',
            `${imgResidents.img} of ${imgResidents.residents} (${imgResidents.year})`,
            imgResidents,
            today,
          ),
        ]
      : []),
    ...(visiting
      ? [fact('Visiting students, in short', visiting.policy, visiting, today, visiting.statedFor)]
      : []),
  ];
  return {
    facts,
    asks: [
      ...(esir || program.kind === 'integrated-ir'
        ? []
        : ['Does the residency offer early specialization in IR (ESIR), and how many places?']),
      ...(visa?.j1 && visa.h1b ? [] : ['Which visas do you sponsor for residents, J-1 or H-1B?']),
      ...(imgResidents ? [] : ['How many of your residents graduated from schools abroad?']),
    ],
  };
}

/** What is known of a host's visiting rules, each fact with source and age, and what to ask. */
export function knownOfHost(host: Institution, today: Day): Known {
  const stated: readonly (readonly [ReadField, string, string | undefined, string])[] = [
    [
      'acceptsInternational',
      'International students',
      host.internationalStated,
      'Do you take students of schools outside the US?',
    ],
    [
      'acceptsGraduates',
      'Graduates',
      host.graduatesStated,
      'Do you take graduates, hands-on or as observers?',
    ],
    ['modes', 'What students do', host.modeStated, 'Is the rotation hands-on or an observership?'],
    ['routes', 'How to apply', host.routeStated, 'How does one apply: VSLO or your own form?'],
    [
      'monthsOpenToInternational',
      'Months',
      host.monthsStated,
      'In which months may international students come?',
    ],
    ['leadDays', 'How far ahead', host.leadTimeStated, 'How far ahead must one apply?'],
    ['feeUsd', 'Fees', host.feesStated, 'What do four weeks cost, all fees counted?'],
    ['visaClasses', 'Visa', host.visaStated, 'Which visa class do you accept for the rotation?'],
    [
      'requiresEcfmgCertificate',
      'ECFMG certificate',
      undefined,
      'Do you ask for an ECFMG certificate?',
    ],
    ['grantsLetters', 'Letters', host.lettersStated, SIGN_QUESTIONS.letters],
  ];
  const plain: readonly (readonly [string, string | undefined])[] = [
    ['IR', host.irStated],
    ['Exams', host.examsStated],
    ['English', host.englishStated],
    ['Documents', host.documentsStated],
    ['Insurance', host.insuranceStated],
    ['Duration', host.durationStated],
  ];
  const isKnown = (field: ReadField, words: string | undefined) =>
    host[field] !== undefined || words !== undefined;
  return {
    facts: [
      ...stated
        .filter(([field, , words]) => isKnown(field, words))
        .map(([field, label, words]) =>
          fact(
            label,
            host.corrected?.[field] ? typed(host, field) : (words ?? typed(host, field)),
            provenanceOf(host, field),
            today,
            host.corrected?.[field] ? '' : host.statedFor,
          ),
        ),
      ...plain.flatMap(([label, words]) =>
        words ? [fact(label, words, host, today, host.statedFor)] : [],
      ),
      ...TEACHING_SIGNS.flatMap((sign) => {
        const answer = host.teaching?.[sign];
        return answer
          ? [fact(SIGN_QUESTIONS[sign], answer.stated ?? answer.answer, answer, today)]
          : [];
      }),
    ],
    asks: [
      ...stated.filter(([field]) => host[field] === undefined).map(([, , , ask]) => ask),
      ...TEACHING_SIGNS.filter((sign) => sign !== 'letters' && !host.teaching?.[sign]).map(
        (sign) => SIGN_QUESTIONS[sign],
      ),
    ],
  };
}

/** A letter to a coordinator with every open question; the reader sends it from their own mail. */
export function mailToAsk(name: string, asks: readonly string[]): string {
  return [
    `Dear coordinator at ${name},`,
    '',
    'I am an international medical graduate or student interested in interventional radiology, and I am planning rotations and applications. I could not find the answers to these questions on your pages:',
    '',
    ...asks.map((ask, index) => `${index + 1}. ${ask}`),
    '',
    'A link to a page that says so would be just as welcome. Thank you for your time.',
  ].join('\n');
}

function fact(
  label: string,
  says: string,
  { source, checkedOn, certainty }: Provenance,
  today: Day,
  statedFor = '',
): KnownFact {
  const asOf = factDay(checkedOn, statedFor);
  return { label, says, source, checkedOn, certainty, asOf, isOld: isOld(asOf, today) };
}

/** A typed field in words, where the page's own are not held. */
function typed(host: Institution, field: ReadField): string {
  const value = host[field];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field === 'monthsOpenToInternational' && host.monthsOpenToInternational) {
    return host.monthsOpenToInternational.map((month) => MONTHS[month - 1]).join(', ');
  }
  if (field === 'leadDays') return `${value} days`;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
