import type { Plugin } from 'esbuild';

/**
 * `import` of a built-in module reads each of its exports, and `node:http` exports WebSocket, for which Node loads
 * the whole of its fetch: 75 modules of a cold start. `require` reads none until it is used.
 */
export const leanHttp: Plugin = {
  name: 'lean-http',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?http$/ }, ({ kind }) =>
      kind === 'require-call' ? undefined : { path: 'http', namespace: 'lean-http' },
    );
    build.onLoad({ filter: /.*/, namespace: 'lean-http' }, () => ({
      contents: "module.exports = require('node:http');",
      loader: 'js',
    }));
  },
};
