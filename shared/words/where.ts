/** Where an occasion is answered, from an email and from the plan alike, and where a step is done outside these pages. */
import { atForm, type EmailUrls } from '#shared/base/links/urls.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { World } from '#shared/world/world.ts';
import { formOf } from './answer-form.ts';
import type { Occasion } from './occasions.ts';

type AnswerUrls = Pick<
  EmailUrls,
  'plan' | 'rotation' | 'add' | 'shortlist' | 'profile' | 'experience'
>;

export function urlOf(occasion: Occasion, urls: AnswerUrls): string {
  const { rotationId, resolvedAt } = occasion;
  if (resolvedAt) return resolvedAt === 'letters' ? urls.rotation(OWN_LETTERS) : urls[resolvedAt];
  const form = formOf(occasion);
  const url = rotationId ? urls.rotation(rotationId) : urls.plan;
  return form ? atForm(url, form) : url;
}

export interface Place {
  readonly label: string;
  readonly url: string;
}

const VSLO: Place = {
  label: 'VSLO',
  url: 'https://students-residents.aamc.org/visiting-student-learning-opportunities/visiting-student-learning-opportunities-vslo',
};
const MYERAS: Place = { label: 'MyERAS', url: 'https://myeras.aamc.org' };
const VISA_WAITS: Place = {
  label: 'Visa wait times',
  url: 'https://travel.state.gov/content/travel/en/us-visas/visa-information-resources/global-visa-wait-times.html',
};
const ESTA: Place = { label: 'ESTA', url: 'https://esta.cbp.dhs.gov' };
/** Where a letter writer uploads the letter. */
export const LOR_PORTAL: Place = {
  label: 'ERAS Letter of Recommendation Portal',
  url: 'https://www.aamc.org/services/eras-for-institutions/lor-portal',
};

const OF_RULES: Readonly<Record<string, readonly Place[]>> = {
  G13: [VISA_WAITS],
  'appointment-day': [VISA_WAITS],
  'visa-wait': [VISA_WAITS],
  visa: [VISA_WAITS],
  esta: [ESTA],
};
const OF_EVENTS: Readonly<Partial<Record<NonNullable<Occasion['event']>, readonly Place[]>>> = {
  'letter-requested': [MYERAS],
  'letter-uploaded': [MYERAS],
  'letter-assigned': [MYERAS],
  'eras-submitted': [MYERAS],
};

/** Empty where nothing is done on another page. */
export function placesOf(
  { rule, event }: Pick<Occasion, 'rule' | 'event'>,
  rotation: Rotation | undefined,
  world: World,
): readonly Place[] {
  const known = OF_RULES[rule] ?? (event && OF_EVENTS[event]);
  if (known) return known;
  return rotation ? hostPlaces(rotation, world) : [];
}

/** Some hosts take applications at a mailbox, and a few name neither that nor a page. */
function applicationAt(text: string): Place[] {
  const isMailbox = text.includes('@') && !/[\s/]/.test(text);
  if (isMailbox) return [{ label: 'Application by email', url: `mailto:${text}` }];
  return URL.canParse(text) ? [{ label: 'Application', url: text }] : [];
}

/** The host's page, where it takes applications, and VSLO where the rotation goes through it. */
export function hostPlaces(
  { host, mode, route, closed, status }: Rotation,
  world: World,
): readonly Place[] {
  const known = world.host(host.institutionId, mode);
  const applyAt = known?.offering.applyAt?.[0];
  const isToApply = status === 'shortlisted' || status === 'preparing';
  const page = known && URL.canParse(known.source) ? known.source : undefined;
  return [
    ...(page ? [{ label: 'Host’s page', url: page }] : []),
    ...(applyAt && applyAt !== page && isToApply ? applicationAt(applyAt) : []),
    ...(route === 'vslo' && !closed ? [VSLO] : []),
  ];
}
