/** What decides the order: each factor is a question about a site, and its weight is the most points it can give. */

export const FACTOR_IDS = [
  'integrated-ir',
  'esir',
  'img-history',
  'route',
  'teaching',
  'geography',
  'cost',
] as const;
export type FactorId = (typeof FACTOR_IDS)[number];

export type Weights = Readonly<Record<FactorId, number>>;
export type Pathway = 'integrated-ir' | 'dr-esir' | 'independent';

/** Rotations are ranked by all of them; an application has no route, no month's teaching, and no host's fee. */
export const APPLICATION_FACTORS: readonly FactorId[] = [
  'integrated-ir',
  'esir',
  'img-history',
  'geography',
];

export const FACTOR_LABELS: Readonly<Record<FactorId, string>> = {
  'integrated-ir': 'Integrated IR',
  esir: 'DR with early specialization in IR (ESIR)',
  'img-history': 'IMG residents',
  route: 'A way in for you',
  teaching: 'Signs of good teaching',
  geography: 'Your regions',
  cost: 'Low fee',
};

const SHARED = {
  'img-history': 15,
  route: 10,
  teaching: 15,
  geography: 5,
  cost: 5,
} as const;

/**
 * What counts is the guide's, section "Choosing programs"; it gives no numbers, so the weights are ours: integrated IR
 * first for applicants who aim at it, ESIR first for those who go through DR. A visa is a gate, and gives no points.
 */
export const DEFAULT_WEIGHTS: Readonly<Record<Pathway, Weights>> = {
  'integrated-ir': { 'integrated-ir': 25, esir: 15, ...SHARED },
  'dr-esir': { 'integrated-ir': 10, esir: 30, ...SHARED },
  independent: { 'integrated-ir': 15, esir: 25, ...SHARED },
};
