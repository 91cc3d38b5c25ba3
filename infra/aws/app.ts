/** The CDK app. `npm run synth -- -c domain=…` makes the templates; what is missing is named. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { makeApp } from './make-app.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
try {
  makeApp(app);
} catch (error) {
  // A setting that is missing is told as a sentence; a stack trace would bury it.
  const { name, message } = error as Error;
  if (name !== 'SettingsError') throw error;
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
