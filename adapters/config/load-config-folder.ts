import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { configVersionOf } from '../../core/config/config-version.ts';
import { checkDeskConfig, type DeskConfig, invalidConfig } from '../../core/config/desk-config.ts';
import type { Environment } from '../../core/config/resolve-secrets.ts';
import { DomainError, type ErrorDetail } from '../../core/errors.ts';
import { readHolidayFiles } from './read-holiday-files.ts';

/** What the files of a folder hold together, before it is checked. */
interface ReadFolder {
  readonly raw: Record<string, unknown>;
  /** Which file each top-level key stands in. */
  readonly fileOf: ReadonlyMap<string, string>;
}

export interface LoadedConfig {
  readonly config: DeskConfig;
  readonly warnings: readonly ErrorDetail[];
  /** SHA-256 of what the files say, of the files of holidays that they name and of the secrets from outside. */
  readonly filesHash: string;
}

/**
 * Reads every `*.yaml` of a folder as one configuration. Each top-level key stands in one file; secrets
 * written as `{env: NAME}` come from `environment`.
 * @param at epoch ms: calendars must open from then on, and files of holidays are read for the years around it.
 * @throws DomainError `missing` `config.missing`, or `invalid` `config.invalid` with every problem, its file
 * and field (and line and column where YAML itself is broken).
 */
export async function loadConfigFolder(
  path: string,
  environment: Environment,
  at: number,
): Promise<LoadedConfig> {
  const { raw, fileOf } = await readFolder(path);
  const { calendars, files, problems } = await readHolidayFiles(raw.calendars, path, at);
  const whole = calendars === undefined ? raw : { ...raw, calendars };
  const checked = checkDeskConfig(whole, environment, at);
  const errors = [...problems, ...checked.problems.filter(({ severity }) => severity === 'error')];
  if (checked.config === null || errors.length > 0)
    throw invalidConfig(errors.map((detail) => withFile(detail, fileOf)));
  const content = { raw, files: Object.fromEntries(files), users: checked.config.users };
  return {
    config: checked.config,
    warnings: checked.problems.map((detail) => withFile(detail, fileOf)),
    filesHash: configVersionOf(content, (text) => createHash('sha256').update(text).digest('hex')),
  };
}

async function readFolder(path: string): Promise<ReadFolder> {
  const names = await yamlFiles(path);
  const files = await Promise.all(names.map((name) => readYaml(name, join(path, name))));
  const raw = new Map<string, unknown>();
  const fileOf = new Map<string, string>();
  const problems: ErrorDetail[] = [];
  for (const { name, value, errors } of files) {
    problems.push(...errors);
    for (const [key, item] of Object.entries(value)) {
      const first = fileOf.get(key);
      if (first === undefined) {
        fileOf.set(key, name);
        raw.set(key, item);
      } else
        problems.push({ field: key, message: `stands in ${first} and in ${name}; keep it in one of them` });
    }
  }
  if (problems.length > 0) throw invalidConfig(problems);
  return { raw: Object.fromEntries(raw), fileOf };
}

async function yamlFiles(path: string): Promise<string[]> {
  let names: string[];
  try {
    names = await readdir(path);
  } catch (error) {
    const remedy = 'name a folder that can be read, by HARBORWATCH_CONFIG or as an argument';
    throw new DomainError('missing', 'config.missing', `no configuration folder at ${path}; ${remedy}`, {
      cause: error,
    });
  }
  const yaml = names.filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.')).toSorted();
  if (yaml.length > 0) return yaml;
  throw new DomainError(
    'missing',
    'config.missing',
    `no *.yaml file in ${path}; put desk.yaml and the others there`,
  );
}

interface ReadFile {
  readonly name: string;
  readonly value: Record<string, unknown>;
  readonly errors: ErrorDetail[];
}

async function readYaml(name: string, path: string): Promise<ReadFile> {
  const refused = (...messages: string[]): ReadFile => ({
    name,
    value: {},
    errors: messages.map((message) => ({ message })),
  });
  let value: unknown;
  try {
    const lines = new LineCounter();
    const document = parseDocument(await readFile(path, 'utf8'), { lineCounter: lines, prettyErrors: false });
    // Warnings are about tags that we do not know: a value would be read as something else than was meant.
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) {
      return refused(
        ...faults.map((fault) => {
          const { line, col } = lines.linePos(fault.pos[0]);
          return `${name}:${line}:${col}: ${fault.message}`;
        }),
      );
    }
    // Aliases are expanded at most so often: a "billion laughs" file is refused, not read.
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused(`${name}: cannot be read: ${reason}; make it a plain YAML file that this user may read`);
  }
  if (value === null || value === undefined) return refused();
  if (typeof value !== 'object' || Array.isArray(value)) {
    return refused(`${name}:1:1: must hold keys such as "users:", not a bare value`);
  }
  return { name, value: { ...value }, errors: [] };
}

/** `users.yaml users[2].email` for a field whose top-level key stands in a file. */
function withFile(detail: ErrorDetail, fileOf: ReadonlyMap<string, string>): ErrorDetail {
  const key = /^[^.[]+/.exec(detail.field ?? '')?.[0] ?? '';
  const file = fileOf.get(key);
  const { field, message } = detail;
  return {
    ...(field !== undefined && { field }),
    message: file === undefined ? message : `${message} (in ${file})`,
  };
}
