/** The CDK app. `npm run synth -- -c domain=…` makes the templates, or names the settings that are missing. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { makeApp } from './make-app.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
try {
  makeApp(app);
} catch (error) {
  // A stack trace would bury the sentence about a missing setting.
  const { name, message } = error as Error;
  if (name !== 'SettingsError') throw error;
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
