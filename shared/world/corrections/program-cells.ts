/** Every fact of a program that can be corrected. What the list of programs names is replaced by a newer list. */
import { deciding, esirOf, visaOf } from '../programs/decided.ts';
import type { Program } from '../programs/program.ts';
import type { ProgramTopic } from '../programs/program-fact.ts';
import type { Cell } from './cell-kinds.ts';
import { cell } from './cells.ts';
import { YES_NO } from './host-cells.ts';

export const PROGRAM_CELLS = {
  esir: cell('esir', 'one', 'early specialization in IR (ESIR) in the DR residency', {
    choices: YES_NO,
  }),
  'visa-j1': cell('visa', 'one', 'J-1 visas for residents', { choices: YES_NO }),
  'visa-h1b': cell('visa', 'one', 'H-1B visas for residents', {
    choices: {
      ...YES_NO,
      conditional: 'under conditions',
      'us-graduates-only': 'for US graduates only',
      used: 'seen in its employer’s filings',
    },
  }),
  'img-residents': cell('img-residents', 'count', 'residents who graduated abroad'),
  'img-policy': cell('img-policy', 'words', 'IMGs, in the page’s words'),
  'graduation-limit': cell('graduation-limit', 'number', 'maximum years since graduation', {
    range: [0, 50],
    must: 'Enter a whole number of years; 0 for no limit.',
    zero: 'no limit',
  }),
  'step-minimum': cell('step-minimum', 'number', 'minimum Step 2 CK score', { range: [100, 300] }),
  'us-experience': cell(
    'us-experience',
    'words',
    'US clinical experience it asks for, in the page’s words',
  ),
  positions: cell('positions', 'words', 'positions, in the page’s words'),
  other: cell('other', 'words', 'anything else its page states'),
  visiting: cell('visiting', 'line', 'visiting students, in short'),
} as const satisfies Record<string, Cell>;
export type ProgramField = keyof typeof PROGRAM_CELLS;
export const PROGRAM_FIELDS = Object.keys(PROGRAM_CELLS) as [ProgramField, ...ProgramField[]];

/** What is known about a program, as its cell holds it; undefined for what only a hint says. */
export function heldByProgram(program: Program, field: ProgramField): unknown {
  switch (field) {
    case 'esir':
      return esirOf(program)?.offered;
    case 'visa-j1':
      return visaOf(program)?.j1;
    case 'visa-h1b':
      return visaOf(program)?.h1b;
    case 'img-residents': {
      const { img, residents, year } = program.imgResidents ?? {};
      return year === undefined ? undefined : { img, residents, year };
    }
    case 'visiting':
      return program.visiting?.policy;
    case 'graduation-limit':
      return ofNone(factOf(program, field)?.graduatedWithinYears);
    case 'step-minimum':
      return factOf(program, field)?.leastStep2Ck;
    default: {
      const said = (program.facts ?? []).filter(({ topic }) => topic === field);
      return said.length > 0 ? said.map(({ text }) => text) : undefined;
    }
  }
}

function ofNone(years: number | 'none' | undefined): number | undefined {
  return years === 'none' ? 0 : years;
}

function factOf(program: Program, topic: ProgramTopic) {
  return deciding(program, topic)[0];
}
