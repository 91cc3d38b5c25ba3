/** The data folder's own secrets: made at the first start and kept beside the data they protect. */
import { randomBytes } from 'node:crypto';
import type { Settings } from '#functions/adapters/sqlite-settings.ts';
import type { LinkKeys } from '#shared/base/links/jws.ts';

export interface Secrets {
  readonly linkKeys: LinkKeys;
  /** Keys the hashes of addresses. */
  readonly pepper: string;
  /** Senders' secrets are derived from it. */
  readonly webhookKey: string;
}

const KEY_BYTES = 32;

export function secretsOf(settings: Settings): Secrets {
  return {
    linkKeys: {
      current: { id: 'k1', secret: Buffer.from(kept(settings, 'link-key-k1'), 'base64url') },
      previous: [],
    },
    pepper: kept(settings, 'address-pepper'),
    webhookKey: kept(settings, 'webhook-key'),
  };
}

function kept(settings: Settings, name: string): string {
  const known = settings.getSetting(name);
  if (known !== undefined) return known;
  const made = randomBytes(KEY_BYTES).toString('base64url');
  settings.setSetting(name, made);
  return made;
}
