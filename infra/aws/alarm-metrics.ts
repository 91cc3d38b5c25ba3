/** What alarms watch: queues, and numbers of log lines. */
import { Duration, type Stack } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { DeployedFunction } from './house/deployed-function.ts';
import type { Visits } from './visits.ts';

const NAMESPACE = 'AwayRotations';
export const EVERY_FIVE_MINUTES = Duration.minutes(5);

/** A queue whose oldest message has waited this long. */
export function stuckFor(seconds: number, queue: Queue) {
  const metric = queue.metricApproximateAgeOfOldestMessage({ period: EVERY_FIVE_MINUTES });
  return { metric, threshold: seconds };
}

/** A queue of what was given up, in which anything at all is a fault. */
export function setAsideIn(deadLetters: Queue): IMetric {
  return deadLetters.metricApproximateNumberOfMessagesVisible({ period: EVERY_FIVE_MINUTES });
}

/** The number of log lines for this event, whichever of these functions writes them. */
export function eventLines(
  metricName: string,
  event: string,
  functions: readonly DeployedFunction[],
): Metric {
  for (const { logGroup } of functions) {
    new MetricFilter(logGroup, `${metricName}Filter`, {
      logGroup,
      metricNamespace: NAMESPACE,
      metricName,
      metricValue: '1',
      filterPattern: FilterPattern.stringValue('$.event', '=', event),
    });
  }
  return sumOf(metricName);
}

/** The sum of one field of the line that `nudge` logs for every visit. */
export function visitMetric(stack: Stack, { nudge }: Visits, metricName: string, field: string) {
  new MetricFilter(stack, `${metricName}Filter`, {
    logGroup: nudge.logGroup,
    metricNamespace: NAMESPACE,
    metricName,
    metricValue: `$.${field}`,
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.event', '=', 'visited'),
      FilterPattern.numberValue(`$.${field}`, '>', 0),
    ),
  });
  return sumOf(metricName);
}

function sumOf(metricName: string): Metric {
  const period = EVERY_FIVE_MINUTES;
  return new Metric({ namespace: NAMESPACE, metricName, statistic: 'Sum', period });
}
