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
  const deployment = { stack, data, settings };
  const emails = email(deployment);
  const work = jobs(deployment);
  const people = visits(deployment, emails.configurationSetName);
  const pages = web(deployment);
  const served = httpFunctions(deployment, pages, { requests: people.requests, jobs: work.queue });
  alarms(deployment, {
    api: pages.api,
    served,
    workflow: workflow(deployment),
    sweep: sweep(deployment, { visits: people.queue, jobs: work.queue }),
    visits: people,
    email: emails,
    jobs: work,
  });
  return stack;
}
