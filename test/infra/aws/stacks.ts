/** The stacks as they are synthesized, without bundled functions. */
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { makeApp } from '#infra/aws/make-app.ts';

export const CONTEXT = {
  domain: 'rotations.example.org',
  certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d',
  sender: 'rotations@example.org',
  alarms: 'operator@example.org',
} as const;

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template holds anything that CloudFormation accepts.
  readonly Properties: any;
  readonly DeletionPolicy?: string;
}

let made: { data: Template; service: Template } | undefined;

/** Synthesized once for all tests of a worker. */
export function templates(): { data: Template; service: Template } {
  if (made) return made;
  const app = new App({ context: { ...CONTEXT, 'aws:cdk:bundling-stacks': [] } });
  const { lasting, serving } = makeApp(app);
  made = { data: Template.fromStack(lasting), service: Template.fromStack(serving) };
  return made;
}

export function resourcesOf(template: Template, type: string): [id: string, Resource][] {
  return Object.entries(template.findResources(type) as Record<string, Resource>);
}

/** The properties of the one serving resource of this type whose logical id starts with the name. */
export function serving(type: string, name = ''): Resource['Properties'] {
  const found = resourcesOf(templates().service, type).filter(([id]) => id.startsWith(name));
  if (found.length !== 1) throw new Error(`${found.length} of ${type} are called ${name}.`);
  return found[0]?.[1].Properties;
}
