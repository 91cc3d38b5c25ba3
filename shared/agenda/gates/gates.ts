/** Who may apply where: every gate of one offering for one person and stay. */
import { offeringWithout } from '#shared/world/corrections/corrected-host.ts';
import { HOST_CELLS, type HostField } from '#shared/world/corrections/host-cells.ts';
import { judgeVisa } from './entry.ts';
import {
  GATES,
  type Gate,
  type GateId,
  type GateInput,
  type GateProvenance,
  type GateReason,
  type Judged,
} from './gate.ts';
import {
  judgeContact,
  judgeDepartment,
  judgeLength,
  judgeMonths,
  judgeRoute,
  judgeStatus,
  judgeTime,
} from './place.ts';
import { judgeEcfmg, judgeEnglish, judgeStep1, judgeStep2 } from './proofs.ts';
import {
  isGraduateFor,
  judgeCitizenship,
  judgeDegreeAge,
  judgeElectives,
  judgeFinalYear,
  judgeRole,
  judgeWho,
} from './who.ts';

type Judge = (input: GateInput) => Judged | undefined;

const JUDGES: Readonly<Record<GateId, Judge>> = {
  status: judgeStatus,
  who: judgeWho,
  role: judgeRole,
  'final-year': judgeFinalYear,
  'degree-age': judgeDegreeAge,
  citizenship: judgeCitizenship,
  department: judgeDepartment,
  route: judgeRoute,
  contact: judgeContact,
  months: judgeMonths,
  length: judgeLength,
  time: judgeTime,
  'step-1': judgeStep1,
  'step-2': judgeStep2,
  english: judgeEnglish,
  ecfmg: judgeEcfmg,
  visa: judgeVisa,
  electives: judgeElectives,
};

/** A gate that concerns neither this person nor this offering is absent. */
export function gatesOf(input: GateInput): Gate[] {
  const provenance = provenanceOf(input);
  return (Object.keys(GATES) as GateId[]).flatMap((id): Gate[] => {
    const judge = JUDGES[id];
    const cells = cellsOf(id, input);
    if (cells.some((cell) => input.disputed?.includes(cell))) {
      return [{ id, state: 'ask', reason: { code: 'disputed', topic: id }, provenance }];
    }
    const judged = judge(input);
    if (!judged) return [];
    const deciding = decidingCells(cells, judge, judged, input);
    const [corrected] = deciding.flatMap((cell) => input.corrected?.[cell] ?? []);
    if (corrected) {
      const reason = reasonOf(judged, deciding, input);
      return [{ id, ...judged, reason, provenance: corrected.provenance }];
    }
    return isUndated(input.offering) && isOfPage(judged)
      ? [{ id, ...judged, provenance, state: 'ask', hint: judged.state }]
      : [{ id, ...judged, provenance }];
  });
}

/** Corrections decide where the answer without them would be another one; elsewhere the page answers as before. */
function decidingCells(
  cells: readonly HostField[],
  judge: Judge,
  judged: Judged,
  input: GateInput,
): readonly HostField[] {
  const corrected = cells.filter((cell) => input.corrected?.[cell]);
  const isOtherWithout = (gone: readonly HostField[]) => {
    const left = Object.entries(input.corrected ?? {}).filter(
      ([cell]) => !gone.some((each) => each === cell),
    );
    const offering = gone.reduce(offeringWithout, input.offering);
    const other = judge({ ...input, offering, corrected: Object.fromEntries(left) });
    return other?.state !== judged.state || other.reason.code !== judged.reason.code;
  };
  const alone = corrected.filter((cell) => isOtherWithout([cell]));
  return alone.length === 0 && isOtherWithout(corrected) ? corrected : alone;
}

/** In the words of what decides; the page's own words are quoted, even where an advisor copied them. */
function reasonOf(
  { reason }: Judged,
  deciding: readonly HostField[],
  { corrected }: GateInput,
): GateReason {
  const entered = deciding
    .filter((cell) => HOST_CELLS[cell].kind !== 'words')
    .flatMap((cell) => corrected?.[cell] ?? []);
  return 'text' in reason && entered.length > 0
    ? {
        ...reason,
        text: entered.map(({ label, text }) => `${label}: ${text}`).join('. '),
        isEntered: true,
      }
    : reason;
}

/** Whether one can apply. Yes needs "who may come" and the department known; a rule not stated turns no yes into ask. */
export function canApply(gates: readonly Gate[]): 'yes' | 'ask' | 'no' {
  if (gates.some(({ state }) => state === 'not-met')) return 'no';
  return gates.some(({ state }) => state === 'ask') ? 'ask' : 'yes';
}

/** The cells of the offering that a gate reads. */
function cellsOf(id: GateId, { person, stay }: GateInput): readonly HostField[] {
  switch (id) {
    case 'who':
      return isGraduateFor(person, stay)
        ? ['graduates', 'refusesResidencySeekers']
        : ['students', 'schools', 'refusesResidencySeekers'];
    case 'department':
      return stay.specialty === 'other'
        ? []
        : [stay.specialty === 'ir' ? 'interventional' : 'radiology'];
    case 'role':
      return stay.mode ? GATES.role.cells : [];
    default:
      return GATES[id].cells;
  }
}

/** What a page says for or against someone; two reasons come from the law and from no page. */
function isOfPage(judged: Judged): judged is Judged & { readonly state: 'met' | 'not-met' } {
  const { state, reason } = judged;
  const isLaw = reason.code === 'visa-not-needed' || reason.code === 'waiver-too-long';
  return !isLaw && (state === 'met' || state === 'not-met');
}

/** Neither the copy nor the page has a known date. */
function isUndated({ checkedOn, statedFor, sources }: GateInput['offering']): boolean {
  return sources.length > 0 && checkedOn === undefined && !/\b20\d\d\b/.test(statedFor ?? '');
}

function provenanceOf({ offering }: GateInput): GateProvenance {
  const { sources, checkedOn, confidence } = offering;
  return {
    source: sources[0] ?? '',
    ...(checkedOn && { checkedOn }),
    certainty: confidence === 'high' ? 'official' : 'secondary',
  };
}
