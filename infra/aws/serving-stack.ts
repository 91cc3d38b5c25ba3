/** What serves: replaceable as a whole, since everything that lasts is in the data stack. */
import { type App, Stack } from 'aws-cdk-lib';
import { advisors } from './advisors.ts';
import { alarms } from './alarms.ts';
import type { Data } from './data-stack.ts';
import { jobs } from './jobs.ts';
import { mail } from './mail.ts';
import { openPages } from './open-pages.ts';
import type { Settings } from './settings.ts';
import { sweep } from './sweep.ts';
import { visits } from './visits.ts';
import { web } from './web.ts';
import { webhook } from './webhook.ts';
import { workflow } from './workflow.ts';

export function servingStack(app: App, data: Data, settings: Settings): Stack {
  const stack = new Stack(app, 'AwayRotations', {
    description: 'Away Rotations: pages, emails and the workflow of every rotation.',
  });
  const mails = mail(stack, data, settings);
  const work = jobs(stack, data, settings);
  const people = visits(stack, data, settings, mails.configurationSetName);
  const { requests } = people;
  const pages = web(stack, data, settings, requests);
  openPages(stack, data, settings, pages);
  const doors = webhook(stack, data, settings, pages);
  advisors(stack, data, settings, pages, { requests, jobs: work.queue });
  const rotations = workflow(stack, data, settings);
  const hourly = sweep(stack, data, settings, { visits: people.queue, jobs: work.queue });
  alarms(
    stack,
    {
      api: pages.api,
      webhook: doors,
      workflow: rotations,
      sweep: hourly,
      visits: people,
      mail: mails,
      jobs: work,
    },
    settings,
  );
  return stack;
}
