/** Judges a policy of a template as AWS would: what its statements let one request through to. */
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
  /** The service that asks; absent where the policy belongs to a role. */
  readonly service?: string;
  /** What conditions may ask about, such as `aws:SourceAccount`. */
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

/** An explicit Deny outweighs every Allow, and without an Allow nothing is let through. */
export function lets(statements: readonly Statement[], request: Request): boolean {
  const effects = statements.filter((each) => isAbout(each, request)).map(({ Effect }) => Effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}

/** The statements of every policy of this topic. */
export function topicStatements(template: Template, topic: string): Statement[] {
  return statementsOf(template, 'AWS::SNS::TopicPolicy', ({ Topics }) => Topics, topic);
}

/** The statements of every policy of this queue. */
export function queueStatements(template: Template, queue: string): Statement[] {
  return statementsOf(template, 'AWS::SQS::QueuePolicy', ({ Queues }) => Queues, queue);
}

/** The statements of every policy of the role whose logical id begins so. */
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

/** A value of a template as it reads once deployed; a resource of the template reads as `ref:` and its logical id. */
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
  throw new Error(`No text is known for ${JSON.stringify(value)}.`);
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

/** A key that the request has not is no match, as AWS holds it for these operators. */
function holds(operator: string, asked: string | undefined, values: readonly string[]): boolean {
  if (asked === undefined) return false;
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
      return values.includes(asked);
    case 'StringLike':
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
