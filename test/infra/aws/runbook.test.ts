/** What an operator types from the runbook at night finds what it names. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resourcesOf, templates } from './stacks.ts';

const DOCS = ['docs/runbook.md', 'docs/deploying.md'].map((path) => readFileSync(path, 'utf8'));

/** As the runbook's `of` finds it: by its name in the stack, without the suffix. */
function found(name: string): string[] {
  const { data, service } = templates();
  return [data, service]
    .flatMap((template) => Object.keys(template.toJSON().Resources))
    .filter((id) => new RegExp(`^${name}[0-9A-F]{8}$`).test(id));
}

test('each name that a command looks up is one resource', () => {
  const looked = DOCS.flatMap((text) => [
    ...[...text.matchAll(/\$\(of ([A-Za-z]+)\)/g)].map(([, name = '']) => name),
    ...[...text.matchAll(/`redrive (\w+) (\w+)`/g)].flatMap(([, from = '', to = '']) => [from, to]),
  ]);
  expect(looked.length).toBeGreaterThan(20);
  expect(looked.filter((name) => found(name).length !== 1)).toEqual([]);
  expect(found('NudgeQ')).toEqual([]);
});

test('each list of dead letters is sent back to a queue that gave it up', () => {
  const redrives = [...(DOCS[0] ?? '').matchAll(/`redrive (\w+) (\w+)`/g)];
  expect(redrives.length).toBeGreaterThan(2);
  const queues = new Map(resourcesOf(templates().service, 'AWS::SQS::Queue'));
  for (const [, from = '', to = ''] of redrives) {
    const { RedrivePolicy } = queues.get(found(to)[0] ?? '')?.Properties ?? {};
    expect(RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0]).toBe(found(from)[0]);
  }
});
