import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultProvider } from '../../infra/lambda/environment-credentials.ts';
import { throwingExports } from '../../infra/lambda/left-out.ts';
import { withLiteralKeys } from '../../infra/lambda/literal-keys.ts';
import { packed } from '../../infra/lambda/packed-data.ts';

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

  it('packs a module of words, and leaves one that holds more', async () => {
    const data = { WORDS: ['père', '😀'], RULES: [{ id: 'a', level: 1 }] };
    const source = packed(data) ?? '';
    expect({ ...(await import(`data:text/javascript,${encodeURIComponent(source)}`)) }).toEqual(data);
    expect(packed({ rule: /regular expression/ })).toBeNull();
    expect(packed({ set: new Set(['a']) })).toBeNull();
    expect(packed({ absent: undefined })).toBeNull();
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
