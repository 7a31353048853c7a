import { globSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BuildResult, build } from 'esbuild';
import { leftOut } from './lambda/left-out.ts';
import { literalKeys } from './lambda/literal-keys.ts';
import { packedData } from './lambda/packed-data.ts';

const root = join(import.meta.dirname, '..');
export const bundleFolder = join(root, 'dist', 'functions');

/** The Lambdas of the desk: every folder under functions/ with a `lambda.ts`. */
export function lambdaNames(): string[] {
  return globSync('functions/*/lambda.ts', { cwd: root })
    .map((file) => basename(dirname(file)))
    .sort();
}

/** What a Lambda would carry and never reach; each file says why that is safe. */
export const replacements = {
  '@aws-sdk/credential-provider-node': join(root, 'infra/lambda/environment-credentials.ts'),
  debug: join(root, 'infra/lambda/no-debug.ts'),
};

/** The catalog holds every family of rules; the others are lists of words. */
const triageRules = /core[/\\]triage[/\\]rules[/\\](catalog|cues|grammar|macros|spelling)\.ts$/;

/** The 2,200 named characters of HTML, in the parser of mail. */
const htmlEntities = /postal-mime[/\\]dist[/\\]esm[/\\]html-entities\.js$/;

/** Only the API describes itself, in OpenAPI; the methods hang on every schema of zod. */
const jsonSchema = /zod[/\\]v4[/\\]core[/\\](json-schema-processors|to-json-schema)\.js$/;

/** What S3 Select streams its answers with; the client brings it and we never ask. */
const eventStreams =
  /@smithy[/\\]core[/\\]dist-es[/\\]submodules[/\\]event-streams[/\\].*(EventStreamSerde|splitMessage|getChunkedStream|getUnmarshalledStream)\.js$/;

export interface Bundle {
  readonly name: string;
  /** Bytes, minified. */
  readonly size: number;
  readonly result: BuildResult;
}

/** One file a Lambda: <folder>/<name>/index.mjs. */
export async function bundleFunctions(folder: string = bundleFolder): Promise<Bundle[]> {
  rmSync(folder, { recursive: true, force: true });
  return Promise.all(
    lambdaNames().map(async (name) => {
      const outfile = join(folder, name, 'index.mjs');
      const result = await build({
        entryPoints: [join(root, 'functions', name, 'lambda.ts')],
        outfile,
        bundle: true,
        minify: true,
        metafile: true,
        platform: 'node',
        target: 'node24',
        format: 'esm',
        mainFields: ['module', 'main'],
        alias: replacements,
        plugins: [
          literalKeys,
          leftOut(eventStreams),
          packedData(triageRules),
          packedData(htmlEntities),
          ...(name === 'api' ? [] : [leftOut(jsonSchema)]),
        ],
        sourcesContent: false,
        sourcemap: false,
        charset: 'utf8',
        legalComments: 'none',
        banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
        absWorkingDir: root,
        logLevel: 'error',
      });
      return { name, size: statSync(outfile).size, result };
    }),
  );
}

if (import.meta.main)
  for (const { name, size } of await bundleFunctions())
    console.log(`${name.padEnd(26)} ${(size / 1024).toFixed(0).padStart(6)} KB`);
