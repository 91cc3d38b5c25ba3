/** The app: what must last in one stack, what serves in another, replaceable as a whole. */
import { type App, Stack } from 'aws-cdk-lib';
import { alarms } from './alarms.ts';
import { type Data, dataStack } from './data-stack.ts';
import { email } from './email.ts';
import { httpFunctions } from './http-functions.ts';
import { jobs } from './jobs.ts';
import { readSettings, type Settings } from './settings.ts';
import { sweep } from './sweep.ts';
import { visits } from './visits.ts';
import { web } from './web.ts';
import { workflow } from './workflow.ts';

export function makeApp(app: App): { readonly lasting: Stack; readonly serving: Stack } {
  const settings = readSettings((name) => app.node.tryGetContext(name));
  const data = dataStack(app, settings);
  return { lasting: data.stack, serving: servingStack(app, data, settings) };
}

function servingStack(app: App, data: Data, settings: Settings): Stack {
  const stack = new Stack(app, 'AwayRotations', {
    description: 'Away Rotations: pages, emails, and the workflow of every rotation.',
  });
  const to = { stack, data, settings };
  const emails = email(to);
  const work = jobs(to);
  const people = visits(to, emails.configurationSetName);
  const pages = web(to);
  const served = httpFunctions(to, pages, { requests: people.requests, jobs: work.queue });
  alarms(to, {
    api: pages.api,
    served,
    workflow: workflow(to),
    sweep: sweep(to, { visits: people.queue, jobs: work.queue }),
    visits: people,
    email: emails,
    jobs: work,
  });
  return stack;
}
