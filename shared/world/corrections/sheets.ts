/** Every host, or every program, in one sheet, with a column for each correctable cell; the same sheet is read back. */
import { csvOf } from '#shared/base/csv.ts';
import type { Institution } from '../programs/institution.ts';
import type { Program } from '../programs/program.ts';
import type { World } from '../world.ts';
import type { Cell } from './cell-kinds.ts';
import { heldText } from './cells.ts';
import { hostText } from './corrected-host.ts';
import { HOST_CELLS, type HostField } from './host-cells.ts';
import { heldByProgram, PROGRAM_CELLS, type ProgramField } from './program-cells.ts';

export const PAGE_COLUMNS = ['checkedOn', 'source', 'certainty'] as const;

export type Subject = Institution | Program;
type Row = Readonly<Record<string, string>>;

export interface SheetOf {
  readonly of: 'host' | 'program';
  /** The column of its ID, and the field of a correction that holds it. */
  readonly id: 'id' | 'code';
  readonly subjectField: 'institutionId' | 'code';
  /** What names a line and is never corrected. */
  readonly names: readonly string[];
  readonly cells: Readonly<Record<string, Cell>>;
  find(world: World, id: string): Subject | undefined;
  /** Empty for what is not known. */
  text(subject: Subject, column: string): string;
}

export const HOST_SHEET: SheetOf = {
  of: 'host',
  id: 'id',
  subjectField: 'institutionId',
  names: ['host'],
  cells: HOST_CELLS,
  find: (world, id) => world.host(id),
  text: (subject, column) => {
    const { id, name, checkedOn = '', source, certainty } = subject as Institution;
    const about: Row = { id, host: name, checkedOn, source, certainty };
    return about[column] ?? hostText(subject as Institution, column as HostField);
  },
};

export const PROGRAM_SHEET: SheetOf = {
  of: 'program',
  id: 'code',
  subjectField: 'code',
  names: ['name', 'kind', 'city', 'state'],
  cells: PROGRAM_CELLS,
  find: (world, code) => world.program(code),
  text: (subject, column) => {
    const { code, name, kind, city, state, checkedOn, source, certainty } = subject as Program;
    const about: Row = { code, name, kind, city, state, checkedOn, source, certainty };
    return (
      about[column] ??
      heldText(
        PROGRAM_CELLS[column as ProgramField],
        heldByProgram(subject as Program, column as ProgramField),
      )
    );
  },
};

export function sheetColumns({ id, names, cells }: SheetOf): string[] {
  return [id, ...names, ...PAGE_COLUMNS, ...Object.keys(cells)];
}

export function sheetText(of: SheetOf, subjects: readonly Subject[]): string {
  const columns = sheetColumns(of);
  return csvOf(
    columns,
    subjects.map((subject) => columns.map((column) => of.text(subject, column))),
  );
}
