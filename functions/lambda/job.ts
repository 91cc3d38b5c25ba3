/** Called by the queue of jobs: runs one as far as time allows, and asks for the rest. */
import { breathe } from '../adapters/breathe.ts';
import { xlsxOf } from '../adapters/xlsx.ts';
import * as aws from '../aws-ports.ts';
import { compose, given } from '../compose.ts';
import { takeJob } from '../take-job.ts';

const data = { ...aws.table, ...aws.machine, ...aws.pepper };
const work = { ...aws.jobQueue, ...aws.exportFiles, ...given({ breathe, xlsx: xlsxOf }) };
export const handler = aws.called(compose({ ...data, ...work }, takeJob));
