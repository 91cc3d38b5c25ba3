/** Accepts a finding of cdk-nag, with a reason that a reviewer can disagree with. */
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** @param rule such as `AwsSolutions-SMG4`, or one finding of it: `AwsSolutions-IAM5[Resource::*]` */
export function acknowledge(on: IConstruct, rule: string, reason: string): void {
  Validations.of(on).acknowledge({ id: rule, reason });
}
