/** `/advisors/hosts/sheet`: a corrected sheet of hosts. Shown first; the entries are corrections like any others. */

import type { Context } from 'hono';
import {
  HOSTS_PATH,
  HOSTS_SHEET_PATH,
  HOSTS_SHEET_SAVE_PATH,
} from '#shared/base/links/advisor-paths.ts';
import { success } from '#shared/base/result.ts';
import { idSchema } from '#shared/base/text.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { decodeCsv } from '#shared/cohort/import/decode-csv.ts';
import { correctedBySheet, onlyChanged } from '#shared/cohort/import/host-sheet.ts';
import { readCsv } from '#shared/cohort/import/read-csv.ts';
import { type Advisor, WORKERS } from '#shared/people/advisor/advisor.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import { formSentences } from '#shared/words/form-refusals.ts';
import { explainCorrection } from '#shared/words/world-refusals.ts';
import type { SheetProblem } from '#shared/world/corrections/read-sheet.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import { worldItem } from '../../read-world.ts';
import { oneFile, texts } from '../forms.ts';
import { refuseHosts } from './hosts.ts';
import { type AdvisorDeps, type AdvisorRoute, signedIn } from './route.ts';
import { saveAsShown } from './save-as-shown.ts';

/** The whole directory takes a quarter of it. */
const BYTES_MAX = 600_000;

export function hostSheetRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  const body = { bytesMax: BYTES_MAX, tooLarge: () => messagePage('too-large') };
  return [
    signedIn(WORKERS).post(
      HOSTS_SHEET_PATH,
      oneFile,
      async (c, { advisor }, file) => {
        const text = decodeCsv(new Uint8Array(await file.arrayBuffer()));
        return text.ok
          ? showSheet(c, deps, advisor, { update: deps.newId(), sheet: text.value.text })
          : refuseHosts(deps, c, advisor, text.failure);
      },
      body,
    ),
    signedIn(WORKERS).post(
      HOSTS_SHEET_SAVE_PATH,
      texts(['update', 'sheet', 'step', 'digest', 'again']),
      (c, { advisor }, form) => showSheet(c, deps, advisor, form),
      body,
    ),
  ];
}

async function showSheet(
  c: Context,
  deps: AdvisorDeps,
  advisor: Advisor,
  { update = '', sheet = '', step, digest, again }: Readonly<Record<string, string>>,
): Promise<Response> {
  const read = readCsv(sheet);
  if (!read.ok) return refuseHosts(deps, c, advisor, read.failure);
  if (!idSchema.safeParse(update).success) {
    return refuseHosts(deps, c, advisor, formSentences.notOurSheet);
  }
  const judge = (item: WorldItem, now: Instant) =>
    correctedBySheet(item, now, { read: read.value, update, advisor });
  const item = await worldItem(deps.store);
  // The same form again, after it was saved, is answered like the first time.
  if (step === 'save' && item.corrections.some(({ id }) => id.startsWith(`${update}-`))) {
    return c.redirect(HOSTS_PATH, 303);
  }
  const planned = judge(item, deps.clock.now());
  if (planned.ok && planned.value.item === item) {
    return refuseHosts(deps, c, advisor, formSentences.sheetUnchanged);
  }
  const changed = planned.ok ? onlyChanged(read.value, planned.value.lines) : sheet;
  return saveAsShown<readonly SheetProblem[]>(c, deps, advisor, {
    form: { path: HOSTS_SHEET_SAVE_PATH, values: { update, sheet: changed } },
    shown: { step, digest, again },
    event: 'hosts-corrected',
    back: HOSTS_PATH,
    judge: (present, now) => {
      const done = judge(present, now);
      return done.ok ? success(done.value.item) : done;
    },
    refuse: (why) =>
      refuseHosts(deps, c, advisor, 'reason' in why ? explainCorrection(why).message : why),
  });
}
