/** A process of its own for the lock's tests: takes the server role of a folder, says how that went, and stays. */
import { writeSync } from 'node:fs';
import { takeLock } from '#functions/adapters/lock.ts';

const lock = takeLock(process.argv[2] ?? '');
writeSync(1, lock.ok ? 'holds\n' : 'refused\n');
if (lock.ok) setInterval(() => {}, 60_000);
