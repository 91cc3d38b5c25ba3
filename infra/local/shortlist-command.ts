/** `npm run shortlist -- FILE.json [--json]`: where to rotate and apply, with reasons. Nothing is stored or sent. */

import { failure, success } from '#shared/base/result.ts';
import { propose } from '#shared/shortlist/propose.ts';
import { readProfileText } from '#shared/shortlist/read-profile.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { shortlistText } from '#shared/shortlist/shortlist-text.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { runFileCommand } from './file-command.ts';

runFileCommand({
  usage: 'Usage: npm run shortlist -- FILE.json [--json]. An example: docs/shortlist-example.json',
  options: ['--json'],
  // A profile is one kilobyte.
  bytesMax: 1_000_000,
  answer: ({ path, text, options, now }) => {
    const profile = readProfileText(text);
    if (!profile.ok) {
      return failure(profile.failure.map((problem) => `${path}: ${problem}`).join('\n'));
    }
    const list = shortlist(profile.value, PUBLISHED_WORLD, now);
    const proposals = propose(list, profile.value, PUBLISHED_WORLD, now);
    return success(
      options.includes('--json')
        ? `${JSON.stringify({ ...list, proposals }, null, 2)}\n`
        : shortlistText(list, proposals),
    );
  },
});
