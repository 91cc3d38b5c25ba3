/** What is written from the lists of floors and paths; `npm run rooms` writes it. */
import { writeFileSync } from 'node:fs';
import { DATA_PATHS, type DataPath } from './data-paths.ts';
import { PROJECT, read } from './files.ts';
import { AWS, FLOORS, type Room } from './floors.ts';
import { roomOf } from './imports.ts';

const ARCHITECTURE = 'docs/architecture.md';
const PARTS = { rooms: tableOfRooms(), paths: DATA_PATHS.map(textOfPath).join('\n\n') };

/** Path and text of every page that is written from the list. */
export function pagesOfRooms(): [path: string, text: string][] {
  const architecture = Object.entries(PARTS).reduce(
    (page, [name, text]) =>
      page.replace(
        new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*(\\n<!-- /${name} -->)`),
        `$1\n${text}\n$2`,
      ),
    read(ARCHITECTURE),
  );
  return [
    [ARCHITECTURE, architecture],
    ...[...FLOORS, AWS].map((room): [string, string] => [`${room.room}/README.md`, readmeOf(room)]),
  ];
}

/** Padded as the formatter has it. */
function tableOfRooms(): string {
  const rooms = [AWS, ...FLOORS.toReversed()].map(({ room, holds }) => [`\`${room}\``, holds]);
  const rows = [['room', 'holds'], ...rooms];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[], fill: string): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const [head, ...body] = rows.map((row) => line(row, ' '));
  return [head, line(['', ''], '-'), ...body].join('\n');
}

function textOfPath({ of, legs }: DataPath): string {
  const rooms = [...new Set(legs.flat().map(roomOf))];
  const lines = legs.map((leg) => `- ${leg.map((file) => `\`${file}\``).join(' → ')}`);
  return [`**${of}** enters ${rooms.length} rooms.`, '', ...lines].join('\n');
}

function readmeOf(room: Room): string {
  const { holds, start, note } = room;
  return `Holds ${holds}.\nMay use ${usesOf(room)}.\nStart reading at [${start}](${start}).\n${note ? `\n${note}\n` : ''}`;
}

function usesOf(room: Room): string {
  if (room === AWS) return 'the names, limits, and state definition listed in test/tidy/floors.ts';
  const below = FLOORS.slice(0, FLOORS.indexOf(room)).map((each) => each.room);
  return below.length === 0 ? 'packages only' : new Intl.ListFormat('en-US').format(below);
}

if (import.meta.main) {
  for (const [path, text] of pagesOfRooms()) writeFileSync(`${PROJECT}${path}`, text);
}
