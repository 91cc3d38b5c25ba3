/** A process of its own for the lock's tests: takes the server role of a folder, says how that went, and stays. */
import { writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { takeLock } from '#functions/adapters/lock.ts';

const { ok } = takeLock(process.argv[2] ?? '');
// Collects what nobody refers to: the lock must not be among it.
setFlagsFromString('--expose-gc');
runInNewContext('gc')();
writeSync(1, ok ? 'holds\n' : 'refused\n');
if (ok) setInterval(() => {}, 60_000);
