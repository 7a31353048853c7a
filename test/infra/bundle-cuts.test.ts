import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultProvider } from '../../infra/lambda/environment-credentials.ts';
import { throwingExports } from '../../infra/lambda/left-out.ts';
import { withLiteralKeys } from '../../infra/lambda/literal-keys.ts';
import { packedModules } from '../../infra/lambda/packed-modules.ts';
import { packedWords } from '../../infra/lambda/packed-words.ts';
import { built } from './built.ts';

describe('what bundles leave out', () => {
  it('writes constant keys out without changing what a schema says', () => {
    const file = 'node_modules/@aws-sdk/client-s3/dist-es/schemas/schemas_0.js';
    const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    expect(source).toContain('[_hH]:');
    expect(withLiteralKeys(source)).not.toMatch(/\[_\w+\]:/);
    expect(withLiteralKeys('const _a = "b:c";\nx = { [_a]: _a, [_d]: 1 };')).toBe(
      'const _a = "b:c";\nx = { "b:c": _a, [_d]: 1 };',
    );
  });

  it('packs a module of words beside the code, and leaves one that holds more', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'harborwatch-words-'));
    try {
      const words =
        "export const WORDS = ['père', '😀', '\\u2028`$' + '{'];\nexport const RULES = [{ id: 'a', level: 1 }];";
      writeFileSync(join(folder, 'words.mjs'), words);
      writeFileSync(
        join(folder, 'rules.mjs'),
        'export const RULE = /a/; export const TABLE = { a: undefined };',
      );
      const code = `export * as words from '${folder}/words.mjs'; export * as rules from '${folder}/rules.mjs';`;
      const packed: string[] = [];
      const plugin = packedModules(/(words|rules)\.mjs$/, (exports) => {
        const result = packedWords(exports);
        packed.push(...(result ? Object.keys(exports) : []));
        return result;
      });
      const { words: read, rules } = await built<Record<'words' | 'rules', object>>(code, {
        plugins: [plugin],
      });
      expect(packed.toSorted()).toEqual(['RULES', 'WORDS']);
      expect({ ...read }).toEqual({
        WORDS: ['père', '😀', '\u2028`$' + '{'],
        RULES: [{ id: 'a', level: 1 }],
      });
      expect({ ...rules }).toStrictEqual({ RULE: /a/, TABLE: { a: undefined } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('packs nothing that would come back as something else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'harborwatch-words-'));
    try {
      writeFileSync(join(folder, 'table.mjs'), 'export const TABLE = new Map([[1, 2]]);');
      const plugin = packedModules(/table\.mjs$/, (exports) => ({ data: exports, code: '' }));
      const bundling = built(`export * from '${folder}/table.mjs'`, { plugins: [plugin] });
      await expect(bundling).rejects.toThrow('holds more than JSON can say');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('names itself when something calls what was left out', async () => {
    const source = throwingExports('export const a = 1;\nexport function b() {}\nexport { a as c };\n');
    const left = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as Record<
      string,
      () => void
    >;
    expect(Object.keys(left)).toEqual(['a', 'b', 'c']);
    expect(() => left['b']?.()).toThrow('b is left out of this bundle: see infra/bundle.ts');
  });

  it('reads credentials where Lambda puts them, and says so where there are none', async () => {
    const before = { ...process.env };
    try {
      Object.assign(process.env, {
        AWS_ACCESS_KEY_ID: 'id',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_SESSION_TOKEN: 't',
      });
      expect(await defaultProvider()()).toEqual({
        accessKeyId: 'id',
        secretAccessKey: 'secret',
        sessionToken: 't',
      });
      delete process.env['AWS_ACCESS_KEY_ID'];
      await expect(defaultProvider()()).rejects.toThrow('AWS_ACCESS_KEY_ID');
    } finally {
      process.env = before;
    }
  });
});
