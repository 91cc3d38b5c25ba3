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
import { web } from './web.ts';
import { webhook } from './webhook.ts';
import { workflow } from './workflow.ts';

export function servingStack(app: App, data: Data, settings: Settings): Stack {
  const stack = new Stack(app, 'AwayRotations', {
    description: 'Away Rotations: pages, mails and the workflow of every rotation.',
  });
  const pages = web(stack, data, settings);
  openPages(stack, data, settings, pages);
  const doors = webhook(stack, data, settings, pages);
  const rotations = workflow(stack, data, settings);
  const mails = mail(stack, data, settings);
  const work = jobs(stack, data, settings);
  const looks = sweep(stack, data, settings, mails.configurationSetName, work.queue);
  advisors(stack, data, settings, pages, { looks: looks.queue, jobs: work.queue });
  alarms(
    stack,
    { api: pages.api, webhook: doors, workflow: rotations, sweep: looks, mail: mails, jobs: work },
    settings,
  );
  return stack;
}
