import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** The SDK's clients bring their whole package.json and read nothing of it but the version, for the user agent. */
export const packageVersions: Plugin = {
  name: 'package-versions',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk[/\\][\w-]+[/\\]package\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify(versionOnly(JSON.parse(await readFile(path, 'utf8')))),
      loader: 'json',
    }));
  },
};

function versionOnly({ version }: { readonly version: string }): { readonly version: string } {
  return { version };
}
