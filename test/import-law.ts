/**
 * The import law of the layout: which folder may import which, and what core must not do. Run by
 * `npm run check`; exits 1 and names each breach.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

interface Law {
  /** Our own folders (or files below them, by prefix) that the folder may import, besides itself. */
  readonly ours: readonly string[];
  /** Packages and `node:` modules; `*` for any. */
  readonly packages: readonly string[];
}

const law: Readonly<Record<string, Law>> = {
  core: {
    ours: [],
    packages: [
      'zod',
      'zod/mini',
      'temporal-polyfill/fns/Calendar',
      'temporal-polyfill/fns/Instant',
      'temporal-polyfill/fns/ZonedDateTime',
    ],
  },
  ports: { ours: ['core'], packages: [] },
  app: { ours: ['core', 'ports'], packages: [] },
  adapters: { ours: ['core', 'ports'], packages: ['*'] },
  workflows: { ours: ['core'], packages: ['zod', 'zod/mini'] },
  functions: { ours: ['core', 'ports', 'app', 'adapters', 'workflows'], packages: ['*'] },
  local: { ours: ['core', 'ports', 'app', 'adapters', 'functions', 'workflows'], packages: ['*'] },
  cli: { ours: ['core', 'ports', 'app', 'adapters', 'local'], packages: ['*'] },
  infra: { ours: ['functions', 'workflows', 'adapters/dynamodb/table-definition'], packages: ['*'] },
  console: { ours: ['core'], packages: ['*'] },
};

/** Outside services are reached by adapters alone; composition roots may name the clients they compose. */
const awsIsFor = [
  'adapters/',
  'functions/compose',
  'functions/lambda',
  'local/',
  'infra/',
  'test/',
  'bench/',
];

const forbiddenInCore: readonly (readonly [RegExp, string])[] = [
  [/\basync\b|\bawait\b/, 'is asynchronous'],
  [/\bDate\.now\(/, 'reads the clock'],
  [/\bnew Date\(\)/, 'reads the clock'],
  [/\bMath\.random\(/, 'is random'],
  [/\bprocess\./, 'reads the process'],
];

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'"]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

/** The breaches of one file, given as path from the root and source text. */
export function breachesOf(file: string, source: string): string[] {
  const [top = ''] = file.split('/');
  const rule = law[top];
  if (!rule) return [];
  const breaches: string[] = [];
  for (const match of source.matchAll(importPattern)) {
    const wanted = match[1] ?? match[2] ?? match[3] ?? '';
    if (wanted.startsWith('.')) {
      const target = normalize(join(dirname(file), wanted));
      const isAllowed = target.startsWith(`${top}/`) || rule.ours.some((ours) => target.startsWith(ours));
      if (!isAllowed) breaches.push(`${file}: ${top} may not import ${target}`);
    } else {
      const isAllowed = rule.packages.includes('*') || rule.packages.includes(wanted);
      if (!isAllowed) breaches.push(`${file}: ${top} may not import ${wanted}`);
      if (wanted.startsWith('@aws-sdk/') && !awsIsFor.some((prefix) => file.startsWith(prefix)))
        breaches.push(`${file}: only adapters import ${wanted}`);
    }
  }
  if (top === 'core') {
    const code = source
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
      .replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
    for (const [pattern, what] of forbiddenInCore)
      if (pattern.test(code)) breaches.push(`${file}: core is pure, but this ${what} (${pattern.source})`);
  }
  return breaches;
}

if (import.meta.main) {
  const files = globSync(
    Object.keys(law).map((top) => `${top}/**/*.{ts,tsx}`),
    {
      exclude: ['**/node_modules/**', '**/dist/**'],
    },
  );
  const breaches = files.flatMap((file) => breachesOf(file, readFileSync(file, 'utf8')));
  for (const breach of breaches) console.error(breach);
  console.log(`import law: ${files.length} files, ${breaches.length} breaches`);
  process.exitCode = breaches.length > 0 ? 1 : 0;
}
