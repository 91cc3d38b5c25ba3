/** The app: what must last in one stack, what serves in another, replaceable as a whole. */
import { type App, Stack } from 'aws-cdk-lib';
import { alarms } from './alarms.ts';
import { type Data, dataStack } from './data-stack.ts';
import { email } from './email.ts';
import { jobs } from './jobs.ts';
import { limitedRoutes } from './limited-routes.ts';
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
  const emails = email(stack, data, settings);
  const work = jobs(stack, data, settings);
  const people = visits(stack, data, settings, emails.configurationSetName);
  const { requests } = people;
  const pages = web(stack, data, settings, requests);
  const receiver = limitedRoutes(stack, data, settings, pages, { requests, jobs: work.queue });
  const rotations = workflow(stack, data, settings);
  const hourly = sweep(stack, data, settings, { visits: people.queue, jobs: work.queue });
  const watched = {
    api: pages.api,
    pages: pages.pages,
    webhook: receiver,
    workflow: rotations,
    sweep: hourly,
    visits: people,
    email: emails,
    jobs: work,
  };
  alarms(stack, watched, settings);
  return stack;
}
