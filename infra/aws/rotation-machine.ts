/** The state machine of one rotation, from the stage table: Arm → Route → a wait → Arm. Each check has the definition's number. */
import { ArnFormat, Duration, RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  Choice,
  Condition,
  DefinitionBody,
  IntegrationPattern,
  JsonPath,
  LogLevel,
  StateMachine,
  StateMachineType,
  Succeed,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { DEFINITION } from '#shared/people/workflow/definition.ts';
import { STAGE_NAMES, type StageName } from '#shared/plan/facts/stage-names.ts';
import type { Deployment } from './data-stack.ts';
import { type Grant, roleOf } from './house/deployed-function.ts';

/** 2 s, 4 s, 8 s … 4 minutes, about 8 in all. Anything longer ends the execution, and the sweep starts another within the hour. */
const RETRY = {
  // Every error except a timeout, which is how a wait ends.
  errors: ['States.TaskFailed'] as string[],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.minutes(4),
  maxAttempts: 8,
};

/** A name of its own, because the functions inside the machine must know the ARN of what contains them. */
export function rotationMachineName(stack: Stack): string {
  return `${stack.stackName}-rotation`;
}

/** Built from the name, so that a function that uses the ARN does not depend on the machine. */
export function machineArnOf(stack: Stack): string {
  return stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: rotationMachineName(stack),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

export function rotationMachine(
  { stack, settings }: Deployment,
  arm: IFunction,
  wait: IFunction,
): StateMachine {
  const look = new LambdaInvoke(stack, 'Arm', {
    lambdaFunction: arm,
    payloadResponseOnly: true,
    retryOnServiceExceptions: false,
    taskTimeout: Timeout.duration(Duration.minutes(2)),
    payload: TaskInput.fromObject({
      input: JsonPath.entirePayload,
      startedAt: JsonPath.stringAt('$$.Execution.StartTime'),
      definition: DEFINITION,
    }),
    comment: 'Makes the moves that time owes and says where the rotation is.',
  });
  look.addRetry({ ...RETRY, errors: ['States.TaskFailed', 'States.Timeout'] });

  const over = new Succeed(stack, 'Over', { comment: 'Ended, or another run goes on.' });
  const route = new Choice(stack, 'Route').otherwise(over);
  for (const stage of STAGE_NAMES) {
    const waiting = waitState(stack, wait, stage);
    // The end of a wait, by a signal or by its timeout, carries no news: Arm reads the item.
    waiting.addCatch(look, { errors: ['States.Timeout'], resultPath: JsonPath.DISCARD });
    waiting.next(look);
    route.when(Condition.stringEquals('$.next', stage), waiting);
  }

  const logs = new LogGroup(stack, 'RotationMachineLog', {
    // For groups with this prefix Step Functions needs no policy that grows with every machine.
    logGroupName: `/aws/vendedlogs/states/${rotationMachineName(stack)}`,
    retention: settings.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = roleOf(
    stack,
    'RotationMachineRole',
    { service: 'states', description: 'What the state machine of the rotations may do.' },
    [
      { actions: ['lambda:InvokeFunction'], resources: [arm.functionArn, wait.functionArn] },
      LOGS_AND_TRACES,
    ],
  );
  const machine = new StateMachine(stack, 'RotationMachine', {
    stateMachineName: rotationMachineName(stack),
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromChainable(look.next(route)),
    comment: `Follows one rotation. Definition ${DEFINITION}.`,
    // An execution holds tokens, so only its states are logged, never its data.
    logs: { destination: logs, level: LogLevel.ERROR, includeExecutionData: false },
    tracingEnabled: true,
    // CDK would let it call every version of its functions.
    role: role.withoutPolicyUpdates(),
  });
  machine.node.addDependency(role);
  Validations.of(machine).acknowledge({
    id: 'AwsSolutions-SF1',
    reason:
      'Step Functions itself keeps every step of every execution for 90 days; the log is for failures.',
  });
  return machine;
}

/** As AWS documents them for a state machine that writes to a log group and to X-Ray. */
const LOGS_AND_TRACES: Grant = {
  actions: [
    'logs:CreateLogDelivery',
    'logs:GetLogDelivery',
    'logs:UpdateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:DescribeResourcePolicies',
    'logs:DescribeLogGroups',
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
  ],
  resources: ['*'],
  acknowledged: {
    of: 'Resource::*',
    because: 'AWS documents the actions of log delivery and X-Ray with a star only.',
  },
};

function waitState(stack: Stack, wait: IFunction, stage: StageName): LambdaInvoke {
  const state = new LambdaInvoke(stack, stateNameOf(stage), {
    lambdaFunction: wait,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    retryOnServiceExceptions: false,
    taskTimeout: Timeout.at('$.seconds'),
    payload: TaskInput.fromObject({
      applicantId: JsonPath.stringAt('$.applicantId'),
      rotationId: JsonPath.stringAt('$.rotationId'),
      run: JsonPath.numberAt('$.run'),
      stage,
      until: JsonPath.stringAt('$.until'),
      token: JsonPath.taskToken,
      enteredAt: JsonPath.stateEnteredTime,
      retryCount: JsonPath.numberAt('$$.State.RetryCount'),
    }),
    resultPath: JsonPath.DISCARD,
  });
  state.addRetry(RETRY);
  return state;
}

/** The name of a stage in the state machine: `RequestLetter` for `request-letter`. */
export function stateNameOf(stage: StageName): string {
  return stage
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
