import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { acknowledgeFindings } from './acknowledgements.ts';
import { readSettings } from './settings.ts';
import { DeskStack } from './stacks/desk-stack.ts';

export interface DeskAppOptions extends AppProps {
  readonly bundleFolder: string;
  readonly consoleFolder: string;
}

/** The CDK app: one stack, checked against the AwsSolutions rules while it is synthesised. */
export function createDeskApp({ bundleFolder, consoleFolder, ...props }: DeskAppOptions): {
  app: App;
  stack: DeskStack;
} {
  const app = new App(props);
  const stack = new DeskStack(app, 'Harborwatch', {
    settings: readSettings(app.node),
    bundleFolder,
    consoleFolder,
  });
  acknowledgeFindings(stack);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, stack };
}
