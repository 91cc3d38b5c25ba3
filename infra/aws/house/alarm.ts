/** An alarm cannot be made without saying who is hurt and where the runbook goes on. */
import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface AlarmProps {
  /** Who is hurt, and how: a sentence about people, not about machines. */
  readonly humanImpact: string;
  /** The section of docs/runbook.md, as its anchor. */
  readonly runbook: string;
  readonly metric: IMetric;
  /** Fires at this value and above. */
  readonly threshold: number;
  readonly periods?: number;
  /** `silence` fires when nothing is measured at all: for what must happen again and again. */
  readonly fires?: 'at-threshold' | 'below-threshold-or-silence';
}

export function alarm(scope: Construct, id: string, topic: ITopic, props: AlarmProps): Alarm {
  const { humanImpact, runbook, metric, threshold, periods = 1, fires = 'at-threshold' } = props;
  const isSilence = fires === 'below-threshold-or-silence';
  const made = new Alarm(scope, id, {
    alarmDescription: `${humanImpact} What to do: docs/runbook.md#${runbook}`,
    metric,
    threshold,
    evaluationPeriods: periods,
    comparisonOperator: isSilence
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: isSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  made.addAlarmAction(new SnsAction(topic));
  return made;
}

/** How often a count is looked at. */
export const EVERY_FIVE_MINUTES = Duration.minutes(5);
export const EVERY_HOUR = Duration.hours(1);
