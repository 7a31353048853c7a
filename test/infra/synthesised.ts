import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { bundleFunctions } from '../../infra/bundle.ts';
import { createDeskApp } from '../../infra/desk-app.ts';
import { readSettings } from '../../infra/settings.ts';
import { DeskStack } from '../../infra/stacks/desk-stack.ts';

export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, unknown>>;
}

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** The app, synthesised once for a test file from bundles of its own, without account, region or network. */
export class Synthesised implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'harborwatch-infra-'));
  readonly bundleFolder = join(this.folder, 'functions');
  readonly #consoleFolder = join(this.folder, 'console');
  #made: { stack: DeskStack; template: Template } | null = null;

  static async make(context: Readonly<Record<string, unknown>> = {}): Promise<Synthesised> {
    const made = new Synthesised();
    mkdirSync(made.#consoleFolder);
    writeFileSync(join(made.#consoleFolder, 'index.html'), '<!doctype html><title>console</title>');
    await bundleFunctions(made.bundleFolder);
    made.#made = made.again(context);
    return made;
  }

  again(context: Readonly<Record<string, unknown>> = {}): { stack: DeskStack; template: Template } {
    const { stack } = createDeskApp({
      bundleFolder: this.bundleFolder,
      consoleFolder: this.#consoleFolder,
      outdir: mkdtempSync(join(this.folder, 'out-')),
      // Assets need not be copied to read the template.
      context: { 'aws:cdk:disable-asset-staging': true, ...cdkJson().context, ...context },
    });
    return { stack, template: Template.fromStack(stack) };
  }

  /** The stack as its constructs make it, with nothing acknowledged. */
  bare(): DeskStack {
    const app = new App({ outdir: mkdtempSync(join(this.folder, 'out-')), context: cdkJson().context });
    return new DeskStack(app, 'Harborwatch', {
      settings: readSettings(app.node),
      bundleFolder: this.bundleFolder,
      consoleFolder: this.#consoleFolder,
    });
  }

  get template(): Template {
    if (!this.#made) throw new Error('nothing is synthesised yet');
    return this.#made.template;
  }

  get stack(): DeskStack {
    if (!this.#made) throw new Error('nothing is synthesised yet');
    return this.#made.stack;
  }

  resources(type: string): [id: string, resource: Resource][] {
    return Object.entries(this.template.findResources(type)) as unknown as [string, Resource][];
  }

  /** The one resource of a type whose logical id begins so. */
  one(type: string, idPrefix: string): { id: string; resource: Resource } {
    const found = this.resources(type).filter(([id]) => id.startsWith(idPrefix));
    const [first] = found;
    if (!first || found.length > 1) throw new Error(`${found.length} resources ${type} ${idPrefix}*`);
    return { id: first[0], resource: first[1] };
  }

  /** What a role may do, by the start of its logical id; its trust policy left out. */
  statementsOf(rolePrefix: string): Statement[] {
    const { id } = this.one('AWS::IAM::Role', rolePrefix);
    return this.resources('AWS::IAM::Policy')
      .filter(([, { Properties }]) => JSON.stringify(Properties['Roles']).includes(`"${id}"`))
      .flatMap(
        ([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement,
      );
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }
}

export function cdkJson(): { app: string; context: Record<string, unknown> } {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../cdk.json'), 'utf8'));
}

export function actionsOf(statements: readonly Statement[]): string[] {
  return statements.flatMap(({ Action }) => Action).sort();
}
