/** A mapping as a lead writes it, one question per line: `What happened? -> type: An offer = offered`, or `always -> type = offered`. */
import { failure, type Result } from '#shared/base/result.ts';
import type { Mapping } from './mapping.ts';
import { readMapping } from './sender.ts';

const ALWAYS = 'always';

/** A mapping as its form shows it, one question on each line. */
export function mappingText({ always, questions }: Mapping): string {
  return [
    ...always.map(({ field, value }) => `${ALWAYS} -> ${field} = ${value}`),
    ...questions.map(({ question, field, choices }) => {
      const meant = choices?.map(({ answer, value }) => `${answer} = ${value}`).join('; ');
      return `${question} -> ${field}${meant ? `: ${meant}` : ''}`;
    }),
  ].join('\n');
}

/** Every line that is not understood is named by its number. */
export function readMappingText(text: string): Result<Mapping, string[]> {
  const lines = text.split('\n').map((line) => line.trim());
  const read = lines.map((line) => (line === '' ? undefined : readLine(line)));
  const unclear = lines.flatMap((line, at) => (line !== '' && !read[at] ? [at + 1] : []));
  if (unclear.length > 0) {
    return failure(
      unclear.map(
        (at) =>
          `Line ${at} of the mapping is not “question -> field”, with choices as “field: answer = value; answer = value”.`,
      ),
    );
  }
  const rows = read.flatMap((row) => row ?? []);
  return readMapping({
    always: rows.flatMap((row) => ('value' in row ? [row] : [])),
    questions: rows.flatMap((row) => ('question' in row ? [row] : [])),
  });
}

type Row =
  | { field: string; value: string }
  | { question: string; field: string; choices?: { answer: string; value: string }[] };

function readLine(line: string): Row | undefined {
  const arrow = line.indexOf('->');
  const question = line.slice(0, Math.max(arrow, 0)).trim();
  const meant = line.slice(arrow + 2).trim();
  const [field = ''] = /^[A-Za-z.]+/.exec(meant) ?? [];
  const rest = meant.slice(field.length).trim();
  if (question === '' || field === '') return undefined;
  if (question === ALWAYS) {
    const value = rest.startsWith('=') ? rest.slice(1).trim() : '';
    return value === '' ? undefined : { field, value };
  }
  if (rest === '') return { question, field };
  if (!rest.startsWith(':')) return undefined;
  const choices = rest.slice(1).split(';').map(readChoice);
  return choices.every((choice) => choice !== undefined) ? { question, field, choices } : undefined;
}

/** The last equals sign separates the two: an answer may hold one, a value does not. */
function readChoice(text: string): { answer: string; value: string } | undefined {
  const cut = text.lastIndexOf('=');
  const [answer, value] = [text.slice(0, Math.max(cut, 0)).trim(), text.slice(cut + 1).trim()];
  return answer && value ? { answer, value } : undefined;
}
