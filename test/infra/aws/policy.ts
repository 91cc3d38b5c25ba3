/** Judges a template's policies as AWS does: whether their statements allow one request. */
import type { Template } from 'aws-cdk-lib/assertions';
import { type Resource, resourcesOf } from './stacks.ts';

export const ACCOUNT = '123456789012';
const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': 'us-east-1',
  'AWS::Partition': 'aws',
};

export interface Request {
  readonly action: string;
  readonly resource: string;
  /** The service that asks; absent for the policy of a role. */
  readonly service?: string;
  /** The keys that conditions may name, such as `aws:SourceAccount`. */
  readonly context: Readonly<Record<string, string>>;
}

type OneOrMany = unknown;
export interface Statement {
  readonly Effect: string;
  readonly Principal?: '*' | Readonly<Record<string, OneOrMany>>;
  readonly Action: OneOrMany;
  readonly Resource: OneOrMany;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;
}

/** An explicit Deny outweighs every Allow, and without an Allow nothing is allowed. */
export function lets(statements: readonly Statement[], request: Request): boolean {
  const effects = statements.filter((each) => isAbout(each, request)).map(({ Effect }) => Effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}

export function topicStatements(template: Template, topic: string): Statement[] {
  return statementsOf(template, 'AWS::SNS::TopicPolicy', ({ Topics }) => Topics, topic);
}

export function queueStatements(template: Template, queue: string): Statement[] {
  return statementsOf(template, 'AWS::SQS::QueuePolicy', ({ Queues }) => Queues, queue);
}

/** @param role the start of its logical id */
export function roleStatements(template: Template, role: string): Statement[] {
  const [id = ''] =
    resourcesOf(template, 'AWS::IAM::Role').find(([id]) => id.startsWith(role)) ?? [];
  return statementsOf(template, 'AWS::IAM::Policy', ({ Roles }) => Roles, id);
}

function statementsOf(
  template: Template,
  type: string,
  of: (properties: Resource['Properties']) => unknown,
  id: string,
): Statement[] {
  return resourcesOf(template, type)
    .filter(([, { Properties }]) => texts(of(Properties)).includes(`ref:${id}`))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
}

/** A value of a template as it is once deployed; a resource of the template becomes `ref:` and its logical id. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': join,
    'Fn::ImportValue': imported,
  } = value as Intrinsic;
  if (Ref !== undefined) return PSEUDO[Ref] ?? `ref:${Ref}`;
  if (attribute?.[1] === 'Arn') return `ref:${attribute[0]}`;
  if (imported !== undefined) return `import:${imported}`;
  if (join) return join[1].map(text).join(join[0]);
  throw new Error(`${JSON.stringify(value)} is not known here.`);
}

interface Intrinsic {
  readonly Ref?: string;
  readonly 'Fn::GetAtt'?: readonly [string, string];
  readonly 'Fn::ImportValue'?: string;
  readonly 'Fn::Join'?: readonly [string, readonly unknown[]];
}

function isAbout(statement: Statement, { action, resource, service, context }: Request): boolean {
  const { Principal, Action, Resource, Condition = {} } = statement;
  return (
    isPrincipal(Principal, service) &&
    texts(Action).some((pattern) => isLike(action, pattern)) &&
    texts(Resource).some((pattern) => isLike(resource, pattern)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, context[key], texts(values))),
    )
  );
}

function isPrincipal(principal: Statement['Principal'], service: string | undefined): boolean {
  if (principal === undefined) return service === undefined;
  if (principal === '*' || texts(principal.AWS ?? []).includes('*')) return true;
  return service !== undefined && texts(principal.Service ?? []).includes(service);
}

/** For these operators AWS treats a missing key as no match. */
function holds(operator: string, asked: string | undefined, values: readonly string[]): boolean {
  if (asked === undefined) return false;
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
      return values.includes(asked);
    case 'StringLike':
    // For one key, as every request of the store has.
    case 'ForAllValues:StringLike':
    case 'ArnLike':
    case 'ArnEquals':
      return values.some((pattern) => isLike(asked, pattern));
    default:
      throw new Error(`The operator ${operator} is not known here.`);
  }
}

function isLike(asked: string, pattern: string): boolean {
  const literal = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`).test(asked);
}

function texts(value: OneOrMany): string[] {
  return [value].flat().map(text);
}
