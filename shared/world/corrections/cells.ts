/** A cell of a host or program: whose it is, and its value in forms and sheets. */
import { type Cell, type CellValue, cellValueSchema, KINDS, type Kind } from './cell-kinds.ts';

export function cell(
  at: string,
  kind: Cell['kind'],
  label: string,
  more: Partial<Pick<Cell, 'choices' | 'range' | 'must' | 'zero'>> = {},
): Cell {
  return { at, kind, label, choices: {}, range: [1, 1000], ...more };
}

/** The value of a text in a form or sheet; undefined where the cell may not have it. */
export function readCell(of: Cell, text: string): CellValue | undefined {
  const value = (KINDS[of.kind] as Kind).read(text.trim(), of);
  return value === undefined ? undefined : cellValueSchema.safeParse(value).data;
}

/** True for a value that this cell may have. */
export function isValueOf(of: Cell, value: CellValue): boolean {
  return JSON.stringify(readCell(of, textOf(of, value))) === JSON.stringify(value);
}

export function mustBe({ kind, choices, must = KINDS[kind].must }: Cell): string {
  const values = Object.keys(choices);
  return values.length > 0 && kind !== 'validity' ? `Use ${OR.format(values)}.` : must;
}

/** The value as the offering or program holds it. */
export function heldOf({ kind }: Cell, value: CellValue): unknown {
  const { held } = KINDS[kind] as Kind;
  return held ? held(value as never) : value;
}

/** As a form or sheet writes what is held; empty for what is not known. */
export function heldText(of: Cell, held: unknown): string {
  if (held === undefined) return '';
  const { text } = KINDS[of.kind] as Kind;
  return text ? (text(held as never) ?? '') : textOf(of, held as CellValue);
}

/** As forms and sheets write it. */
export function textOf({ kind }: Cell, value: CellValue): string {
  if (Array.isArray(value)) {
    return value.join(kind === 'words' || kind === 'addresses' ? ' | ' : '; ');
  }
  return typeof value === 'object'
    ? `${value.img} of ${value.residents} (${value.year})`
    : String(value);
}

const OR = new Intl.ListFormat('en-US', { type: 'disjunction' });
