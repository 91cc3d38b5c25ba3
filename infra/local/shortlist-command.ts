/** `npm run shortlist`: where to rotate and apply, with reasons. */
import { failure, success } from '#shared/base/result.ts';
import { propose } from '#shared/shortlist/propose.ts';
import { readProfileText } from '#shared/shortlist/read-profile.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { shortlistText } from '#shared/shortlist/shortlist-text.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { runCommand } from './commands/run.ts';
import { onFile } from './input-file.ts';

/** A profile takes one kilobyte. */
const BYTES_MAX = 1_000_000;

await runCommand('shortlist', ({ file, json }) =>
  onFile(file, BYTES_MAX, (text, now) => {
    const profile = readProfileText(text);
    if (!profile.ok) {
      return failure(profile.failure.map((problem) => `${file}: ${problem}`).join('\n'));
    }
    const list = shortlist(profile.value, PUBLISHED_WORLD, now);
    const proposals = propose(list, profile.value, PUBLISHED_WORLD, now);
    return success(
      json ? JSON.stringify({ ...list, proposals }, null, 2) : shortlistText(list, proposals),
    );
  }),
);
