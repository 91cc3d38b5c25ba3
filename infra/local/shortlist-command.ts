/** `npm run shortlist`: where to rotate and apply, with reasons. */
import { failure, success } from '#shared/base/result.ts';
import { answerTo } from '#shared/shortlist/propose.ts';
import { readProfileText } from '#shared/shortlist/read-profile.ts';
import type { ShortlistList } from '#shared/shortlist/shortlist.ts';
import { shortlistText } from '#shared/shortlist/shortlist-text.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { runCommand } from './commands/run.ts';
import { onFile } from './input-file.ts';

/** A place that is left out keeps only what it is and why: the rest would fill a megabyte for nobody. */
function trimmed({ lines, failing }: ShortlistList) {
  return { lines, failing: failing.map(({ id, name, path, why }) => ({ id, name, path, why })) };
}

await runCommand('shortlist', ({ file, json }) =>
  onFile(file, (text, now) => {
    const profile = readProfileText(text);
    if (!profile.ok) {
      return failure(profile.failure.map((problem) => `${file}: ${problem}`).join('\n'));
    }
    const { list, proposals } = answerTo(profile.value, PUBLISHED_WORLD, now);
    return success(
      json
        ? JSON.stringify({
            ...list,
            rotations: trimmed(list.rotations),
            applications: trimmed(list.applications),
            proposals,
          })
        : shortlistText(list, proposals),
    );
  }),
);
