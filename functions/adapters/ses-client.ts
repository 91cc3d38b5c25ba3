/** How this product talks to SES: one attempt an email, whatever happens. */
import { SESClient } from '@aws-sdk/client-ses';

const CONNECTION_TIMEOUT_MS = 3000;

/** An SDK that sends again after a lost answer would send the email twice. Region and credentials: the environment's. */
export function sesClient(): SESClient {
  return new SESClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS },
  });
}
