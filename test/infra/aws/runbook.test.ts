/** Every resource that a command in the runbook names exists. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resourcesOf, templates } from './stacks.ts';

const DOCS = ['docs/runbook.md', 'docs/deploying.md'].map((path) => readFileSync(path, 'utf8'));

/** Like the runbook's `of`: by its name in the stack, without the suffix. */
function found(name: string): string[] {
  const { data, service } = templates();
  return [data, service]
    .flatMap((template) => Object.keys(template.toJSON().Resources))
    .filter((id) => new RegExp(`^${name}[0-9A-F]{8}$`).test(id));
}

test('each name that a command looks up is one resource', () => {
  const names = DOCS.flatMap((text) => [
    ...[...text.matchAll(/\$\(of ([A-Za-z]+)\)/g)].map(([, name = '']) => name),
    ...[...text.matchAll(/`redrive (\w+) (\w+)`/g)].flatMap(([, from = '', to = '']) => [from, to]),
  ]);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => found(name).length !== 1)).toEqual([]);
  expect(found('NudgeQ')).toEqual([]);
});

test('each dead-letter queue is redriven to a queue that it belongs to', () => {
  const redrives = [...(DOCS[0] ?? '').matchAll(/`redrive (\w+) (\w+)`/g)];
  expect(redrives.length).toBeGreaterThan(2);
  const queues = new Map(resourcesOf(templates().service, 'AWS::SQS::Queue'));
  for (const [, from = '', to = ''] of redrives) {
    const { RedrivePolicy } = queues.get(found(to)[0] ?? '')?.Properties ?? {};
    expect(RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0]).toBe(found(from)[0]);
  }
});
