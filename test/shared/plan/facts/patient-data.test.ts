import { describe, expect, test } from 'vitest';
import { COMMON_PROCEDURES } from '#shared/plan/facts/cases.ts';
import { noteSchema, patientDataIn, procedureSchema } from '#shared/plan/facts/patient-data.ts';

describe('refused, with the reason', () => {
  test.each([
    ['TACE, MRN 4471', 'record'],
    ['biopsy 00482913', 'record number'],
    ['biopsy 004 829 13', 'record number'],
    ['embolization, DOB in March', 'birthday'],
    ['drainage 3/11/1958', 'birthday'],
    ['drainage 1958-03-11', 'birthday'],
    ['TIPS for Mrs. Okafor', 'names a person'],
    ['TIPS for Mr Lee', 'names a person'],
    ['with Dr. Amsel', 'names a person'],
    ['biopsy, patient Okafor', 'names a patient'],
    ['ablation, 67-year-old', 'age'],
    ['ablation 67 y/o', 'age'],
    ['TACE 54M', 'age'],
    ['TACE aged 54', 'age'],
    ['drainage in room 12', 'a room'],
    ['see okafor@example.org', 'a room'],
  ])('%s', (text, why) => {
    expect(patientDataIn(text)).toContain(why);
  });
});

describe('let through', () => {
  test.each([
    ...COMMON_PROCEDURES,
    'drain, 12F',
    'embolization with 2.4 Fr microcatheter',
    'Patient was anxious and I learned to explain the procedure first',
    'I missed a step in the time-out, was corrected, and wrote a checklist for 3 weeks',
    'Y-90 mapping',
  ])('%s', (text) => {
    expect(patientDataIn(text)).toBeUndefined();
  });
});

test('a field says it after its own name, and takes no line break', () => {
  expect(procedureSchema.safeParse('TACE 54M').error?.issues[0]?.message).toMatch(
    /^contains someone’s age: enter what was done, and nothing about the patient$/,
  );
  expect(noteSchema.safeParse('one\ntwo').success).toBe(false);
  expect(noteSchema.safeParse('x'.repeat(401)).success).toBe(false);
});
