/** A process of its own for the lock's tests: takes the server role of a folder, says how that went, and stays. */
import { writeSync } from 'node:fs';
import { takeLock } from '#functions/adapters/lock.ts';

const lock = takeLock(process.argv[2] ?? '');
writeSync(1, lock.ok ? 'holds\n' : 'refused\n');
// The timer refers to the lock, so that garbage collection cannot release it.
if (lock.ok) setInterval(() => lock, 60_000);
