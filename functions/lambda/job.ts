/** Called by the queue of jobs: runs one as far as time allows, and asks for the rest. */
import { called, exportFiles, jobQueue, machine, pepper, table } from '../adapters/aws-ports.ts';
import { breathe } from '../adapters/breathe.ts';
import { xlsxOf } from '../adapters/xlsx.ts';
import { compose, given } from '../compose.ts';
import { takeJob } from '../take-job.ts';

const ports = { ...table, ...machine, ...pepper, ...jobQueue, ...exportFiles };
export const handler = called(compose({ ...ports, ...given({ breathe, xlsx: xlsxOf }) }, takeJob));
