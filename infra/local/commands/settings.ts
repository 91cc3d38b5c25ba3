/** The environment variables that the commands read, as their help and the reference explain them. */
import type { Setting as OwnSetting } from '#functions/adapters/env.ts';

export type Setting = OwnSetting | 'AWAY_TABLE';

export const SETTINGS: Readonly<Record<Setting, string>> = {
  PORT: 'the port on 127.0.0.1 (default: 8090)',
  AWAY_DATA: 'the folder that holds the data (default: .away)',
  AWAY_NOW: 'the day or moment a new demo starts, and the “now” of a file, such as 2027-02-01',
  AWAY_SMTP_URL:
    'the mail server for real email, together with AWAY_URL: no demo, no clock page, no open outbox',
  AWAY_URL: 'the https address of your own proxy in front of the port',
  AWAY_FROM: 'the sender of that email (default: rotations@ the host of AWAY_URL)',
  AWAY_PROXY:
    'the header in which your proxy puts the requester’s address; without it, all requests count as one requester’s',
  AWAY_REPLY_TO:
    'the mailbox, read by somebody, for answers of people without an advisor (default: AWAY_FROM; one of both is required)',
  AWAY_TABLE: 'the table of a deployment to work on, instead of AWAY_DATA; see docs/deploying.md',
};
