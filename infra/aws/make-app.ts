/** The app from its settings: what `app.ts` synthesizes, and what tests look at. */
import type { App, Stack } from 'aws-cdk-lib';
import { dataStack } from './data-stack.ts';
import { servingStack } from './serving-stack.ts';
import { readSettings } from './settings.ts';

export function makeApp(app: App): { readonly lasting: Stack; readonly serving: Stack } {
  const settings = readSettings((name) => app.node.tryGetContext(name));
  const data = dataStack(app, settings);
  return { lasting: data.stack, serving: servingStack(app, data, settings) };
}
