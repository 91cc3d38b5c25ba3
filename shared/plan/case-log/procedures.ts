/** Names offered for the case log: the case mix that the guide tells to look for. Any other kind may be typed. */
export const COMMON_PROCEDURES: readonly string[] = [
  'angiography',
  'angioplasty or stent',
  'embolization',
  'GI bleeding embolization',
  'trauma embolization',
  'IVC filter',
  'venous access',
  'TACE',
  'TARE (Y-90)',
  'ablation',
  'biopsy',
  'drainage',
  'biliary drainage',
  'nephrostomy',
  'TIPS or portal intervention',
  'paracentesis or thoracentesis',
];
