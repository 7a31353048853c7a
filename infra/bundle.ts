import { globSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { leanHttp } from './lambda/lean-http.ts';
import { leftOut } from './lambda/left-out.ts';
import { packageVersions } from './lambda/package-versions.ts';
import { packedEndpointRules } from './lambda/packed-endpoint-rules.ts';
import { packedModules } from './lambda/packed-modules.ts';
import { packedOpenApi } from './lambda/packed-openapi.ts';
import { packedWords } from './lambda/packed-words.ts';
import { sdkSchemas } from './lambda/sdk-schemas.ts';

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
  '@aws-sdk/endpoint-cache': join(root, 'infra/lambda/no-endpoint-discovery.ts'),
  '@smithy/core/event-streams': join(root, 'infra/lambda/no-event-streams.ts'),
  debug: join(root, 'infra/lambda/no-debug.ts'),
};

/** The catalog holds every family of rules; the others are lists of words and the weights of words. */
const triageRules = /core[/\\]triage[/\\]rules[/\\](catalog|cues|resemblance-weights|spelling)\.ts$/;

/** The 2,200 named characters of HTML, in the parser of mail. */
const htmlEntities = /postal-mime[/\\]dist[/\\]esm[/\\]html-entities\.js$/;

/** Those of the other clients are a few hundred bytes to a few KB. */
const endpointRules = /@aws-sdk[/\\]client-s3[/\\]dist-es[/\\]endpoint[/\\]bdd\.js$/;

const openApi = /functions[/\\]api[/\\]openapi\.ts$/;

/** The API describes itself by a packed document; the methods hang on every schema of zod. */
const jsonSchema = /zod[/\\]v4[/\\]core[/\\](json-schema-processors|to-json-schema)\.js$/;

export interface Bundle {
  readonly name: string;
  /** Bytes of all its files: code minified, data compressed. */
  readonly size: number;
  /** The source files of which some of its code is. */
  readonly sources: readonly string[];
}

/** A folder a Lambda: its code in <folder>/<name>/index.mjs, and beside it the data that it unpacks. */
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
          sdkSchemas,
          packageVersions,
          leanHttp,
          packedModules(triageRules, packedWords),
          packedModules(htmlEntities, packedWords),
          packedModules(endpointRules, packedEndpointRules),
          packedModules(openApi, packedOpenApi),
          leftOut(jsonSchema),
        ],
        sourcesContent: false,
        sourcemap: false,
        charset: 'utf8',
        legalComments: 'none',
        banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
        absWorkingDir: root,
        logLevel: 'error',
      });
      const outputs = Object.values(result.metafile.outputs);
      return {
        name,
        size: outputs.reduce((sum, { bytes }) => sum + bytes, 0),
        sources: outputs.flatMap(({ inputs }) =>
          Object.keys(inputs).filter((file) => (inputs[file]?.bytesInOutput ?? 0) > 0),
        ),
      };
    }),
  );
}

if (import.meta.main)
  for (const { name, size } of await bundleFunctions())
    console.log(`${name.padEnd(26)} ${(size / 1024).toFixed(0).padStart(6)} KB`);
