/** What rules out or hinders an application to a program: only what a dated, recent page or an advisor's answer states. */
import {
  deciding,
  esirOf,
  hintsFor,
  provenanceOfFact,
  visaOf,
} from '#shared/world/programs/decided.ts';
import { H1B_WORDS, type Program } from '#shared/world/programs/program.ts';
import { phraseSource } from '#shared/world/provenance.ts';
import type { Gate } from './gates.ts';
import type { ShortlistProfile } from './profile.ts';

export function applicationGates(program: Program, profile: ShortlistProfile): Gate[] {
  return [
    ...pathGate(program, profile),
    ...sponsorGate(program, profile),
    ...scoreGate(program),
    ...degreeGate(program, profile),
  ];
}

/** DR without ESIR still leads to independent IR, but is not what applicants who want ESIR need. */
function pathGate(program: Program, { pathway }: ShortlistProfile): Gate[] {
  const esir = esirOf(program);
  if (pathway !== 'dr-esir' || program.kind !== 'dr' || !esir) return [];
  return [
    {
      rule: 'esir',
      state: esir.offered === 'yes' ? 'meets' : 'fails',
      text: esir.offered === 'yes' ? 'It offers ESIR.' : 'It offers no ESIR.',
      source: phraseSource(esir),
      ...(esir.offered === 'no' && {
        fix: 'Choose a program with ESIR, or the independent pathway.',
      }),
    },
  ];
}

/** A waiver allows no work: its holder needs a sponsor like anyone who needs a visa; a status may allow work. */
function sponsorGate(program: Program, { entry }: ShortlistProfile): Gate[] {
  if (entry === 'citizen') return [];
  const visa = visaOf(program);
  const base = {
    rule: 'visa-sponsorship',
    source: visa ? phraseSource(visa) : 'our directory of programs has no dated page that says so',
  };
  const fix = 'Ask the coordinator which visas the program sponsors for residents.';
  const whole = visa?.scope === 'institution' ? ' (for the whole institution)' : '';
  const known = `J-1: ${visa?.j1 ?? 'not known'}; H-1B: ${visa?.h1b ? H1B_WORDS[visa.h1b] : 'not known'}${whole}.`;
  if (visa?.j1 === 'yes' || visa?.h1b === 'yes') return [{ ...base, state: 'meets', text: known }];
  if (visa?.j1 === 'no' && (visa.h1b === 'no' || visa.h1b === 'us-graduates-only')) {
    const isSure = entry === 'visa' || entry === 'waiver';
    return [
      { ...base, state: isSure ? 'fails' : 'unknown', text: `It sponsors no visa. ${known}`, fix },
    ];
  }
  const text = [
    'Not known whether it sponsors a visa.',
    ...(visa ? [known] : []),
    ...hintsFor(program, 'visa'),
  ].join(' ');
  return [{ ...base, state: 'unknown', text, fix }];
}

/** Always a question: scores are compared on the page and never affect a list. */
function scoreGate(program: Program): Gate[] {
  return deciding(program, 'step-minimum')
    .filter(({ leastStep2Ck }) => leastStep2Ck !== undefined)
    .slice(0, 1)
    .map((fact) => ({
      rule: 'step-2-ck',
      state: 'unknown',
      text: `It states a minimum Step 2 CK score of ${fact.leastStep2Ck}.`,
      source: phraseSource(provenanceOfFact(fact)),
      fix: 'Compare your own with it, and ask the coordinator whether the minimum still applies.',
    }));
}

/** Residency begins in the year of the Match. */
function degreeGate(
  program: Program,
  { matchYear, graduationYear, graduationOn }: ShortlistProfile,
): Gate[] {
  const fact = deciding(program, 'graduation-limit').find(
    ({ graduatedWithinYears }) => typeof graduatedWithinYears === 'number',
  );
  if (typeof fact?.graduatedWithinYears !== 'number') return [];
  const year = graduationYear ?? (graduationOn && Number(graduationOn.slice(0, 4)));
  const base = { rule: 'graduation-limit', source: phraseSource(provenanceOfFact(fact)) };
  const asks = `It takes graduates of the last ${fact.graduatedWithinYears} years only.`;
  const fix = 'Ask the coordinator whether the limit still applies.';
  if (year === undefined) return [{ ...base, state: 'unknown', text: asks, fix }];
  return matchYear - year <= fact.graduatedWithinYears
    ? [{ ...base, state: 'meets', text: asks }]
    : [{ ...base, state: 'fails', text: asks, fix }];
}
