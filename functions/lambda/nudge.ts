/** Called by the queues of people to visit: one visit to each person they name. */
import { msBetween } from '#shared/base/time/instant.ts';
import { signInUrl } from '#shared/people/advisor/sign-in-link.ts';
import { lookMessageSchema } from '#shared/people/mailing/look-message.ts';
import type { Who } from '#shared/people/person/person.ts';
import { renderWriterMail } from '#shared/views/mail/letter-request.ts';
import { briefStopUrl, mailLinks, writerLinks } from '#shared/views/mail/mail-links.ts';
import { renderMail } from '#shared/views/mail/render.ts';
import { readAwsEnv } from '../adapters/env.ts';
import { log } from '../adapters/log.ts';
import { mimeOf } from '../adapters/mime.ts';
import { pacedMailer } from '../adapters/paced-mailer.ts';
import { readLinkKeys, readPepper, secretsClient } from '../adapters/secrets-manager.ts';
import { sesClient } from '../adapters/ses-client.ts';
import { sesMailer } from '../adapters/ses-mailer.ts';
import { eachMessage } from '../adapters/sqs-batch.ts';
import { type NudgeDeps, nudge } from '../nudge.ts';
import { inWorld, machine, stand, waker } from './parts.ts';

const env = readAwsEnv([
  'AWAY_URL',
  'AWAY_FROM',
  'AWAY_CONFIGURATION_SET',
  'AWAY_MAIL_INTERVAL_MS',
  'AWAY_SECRETS',
  'AWAY_PEPPER',
]);
const secrets = secretsClient();
const linkKeys = await readLinkKeys(secrets, env.AWAY_SECRETS);
const pepper = await readPepper(secrets, env.AWAY_PEPPER);
const wake = waker();

const identity = {
  from: { name: 'Away Rotations', address: env.AWAY_FROM },
  messageIdDomain: env.AWAY_FROM.slice(env.AWAY_FROM.lastIndexOf('@') + 1),
};
const mailer = pacedMailer(
  sesMailer(
    sesClient(),
    { from: env.AWAY_FROM, configurationSet: env.AWAY_CONFIGURATION_SET },
    (mail, tag, now) => mimeOf(mail, tag, identity, now),
    log,
  ),
  Number(env.AWAY_MAIL_INTERVAL_MS),
);
const deps = inWorld(
  stand(),
  (ground): NudgeDeps => ({
    ...ground,
    workflow: machine(ground).workflow,
    mailer,
    render: async (planned, applicant, now) => {
      const urls = await mailLinks(linkKeys, applicant, env.AWAY_URL, now);
      return renderMail(planned, applicant, urls, ground.worldFor(applicant.cohortId), now);
    },
    pepper,
    renderForWriter: async (mail, writer, now) =>
      renderWriterMail(mail, writer, await writerLinks(linkKeys, writer, env.AWAY_URL, now), now),
    signInUrl: (link, now) => signInUrl(linkKeys, link, env.AWAY_URL, now),
    advisorUrl: (path) => new URL(path, env.AWAY_URL).href,
    briefStopUrl: (advisor, now) => briefStopUrl(linkKeys, advisor, env.AWAY_URL, now),
  }),
);

/** Fails only messages that are not ours: a visit that goes wrong has backed off by the person's own `dueAt`. */
export const handler = eachMessage(log, async (message) => {
  const { kind, personId } = lookMessageSchema.parse(message);
  await look({ kind, id: personId });
});

async function look(who: Who): Promise<void> {
  const present = await deps();
  const { error, againAt, ...visit } = await nudge(present, who);
  if (againAt) await wake(who, msBetween(present.clock.now(), againAt));
  const isWrong = visit.failed + visit.unknown + visit.lost + visit.refused > 0;
  log(isWrong ? 'warn' : 'info', 'looked', {
    personId: who.id,
    ...visit,
    ...(isWrong && { error }),
  });
}
