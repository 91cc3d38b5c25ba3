/** Suggestions for the case log, from the case mix in the guide. Any other kind may be entered. */
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
