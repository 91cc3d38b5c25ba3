/** Where a date may come from. A page is named by its address, so that anybody can read it again. */
import { lineOf } from '#shared/base/text.ts';
import type { Provenance } from '../provenance.ts';

type Source = Pick<Provenance, 'source'>;

/** Who publishes the calendar of the Match: only their pages are official for a season. */
export const SEASON_PUBLISHERS = ['aamc.org', 'nrmp.org', 'ecfmg.org', 'intealth.org', 'nbme.org'];

/** True when the source begins with the address of a page. */
export function isKnownSource({ source }: Source): boolean {
  return lineSchema.safeParse(source).success && hostOf(source.split(PARTS)[0]) !== undefined;
}

/** True if the page belongs to a publisher of the season's dates. */
export function isOfPublisher({ source }: Source): boolean {
  return isOn(SEASON_PUBLISHERS, hostOf(source.split(PARTS)[0]));
}

/** True when the source is the address of one page on one of these domains, and nothing besides. */
export function isPageOn(domains: readonly string[], source: string): boolean {
  return !PARTS.test(source) && isOn(domains, hostOf(source));
}

const lineSchema = lineOf(500);
const PARTS = /[\s;]+/;

function isOn(domains: readonly string[], host: string | undefined): boolean {
  return domains.some((domain) => host === domain || host?.endsWith(`.${domain}`));
}

function hostOf(address = ''): string | undefined {
  // Some software reads a backslash as a slash, some as part of a user name.
  const url = address.includes('\\') ? null : URL.parse(address);
  const isPage = url?.protocol === 'https:' || url?.protocol === 'http:';
  const isNamed = isPage && url.username === '' && url.hostname.includes('.');
  return isNamed ? url.hostname.replace(/\.$/, '') : undefined;
}
