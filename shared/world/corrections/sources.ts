/** Where a date may come from. A page is named by its address, so that anybody can read it again. */
import type { Provenance } from '../provenance.ts';

/** Who publishes the calendar of the Match: only their pages are official for a season. */
const SEASON_PUBLISHERS = ['aamc.org', 'nrmp.org', 'ecfmg.org', 'intealth.org', 'nbme.org'];

/** True when the source begins with the address of a page. */
export function isKnownSource({ source }: Pick<Provenance, 'source'>): boolean {
  return hostOf(source) !== undefined;
}

/** True when the page is one of those who publish the season's dates. */
export function isOfPublisher({ source }: Pick<Provenance, 'source'>): boolean {
  const host = hostOf(source);
  return SEASON_PUBLISHERS.some((name) => host === name || host?.endsWith(`.${name}`));
}

function hostOf(source: string): string | undefined {
  const [address = ''] = source.split(/[\s;]/);
  const url = URL.parse(address);
  const isPage = url?.protocol === 'https:' || url?.protocol === 'http:';
  return isPage && url.hostname.includes('.') ? url.hostname.replace(/\.$/, '') : undefined;
}
