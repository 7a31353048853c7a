import { parseArgs } from 'node:util';
import { loadConfigFolder } from '../adapters/config/load-config-folder.ts';
import { createDocumentClient, createDynamoClient } from '../adapters/dynamodb/dynamo-client.ts';
import { DynamoConfigSource } from '../adapters/dynamodb/dynamo-config-source.ts';
import { systemRetry } from '../adapters/dynamodb/retry.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { type FilesOutcome, publishFiles } from '../app/publish-files.ts';
import { DomainError } from '../core/errors.ts';
import { detailLine } from '../core/validation/explain-issues.ts';
import { aboutEdit } from '../local/publish-config.ts';
import type { Clock } from '../ports/clock.ts';
import type { CommandIo } from './command-io.ts';

/**
 * `harborwatch config apply FOLDER --table NAME`: makes a checked configuration the current one of a desk on
 * AWS, with the credentials of the environment. A desk on one machine reads its folder at each start instead.
 * Files that are as they were leave an edit of the console in force, but for `--over-edits`.
 */
export async function applyConfig(
  args: string[],
  io: Pick<CommandIo, 'stdout' | 'stderr' | 'env'>,
  clock: Clock,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      table: { type: 'string' },
      'endpoint-url': { type: 'string' },
      'over-edits': { type: 'boolean', default: false },
    },
  });
  const [folder, ...stray] = positionals;
  if (!folder || stray.length > 0)
    throw new DomainError('invalid', 'config.folder', 'FOLDER: name the one folder to apply, such as config');
  if (!values.table)
    throw new DomainError(
      'invalid',
      'config.table',
      '--table: name the table of the desk (the stack prints it as TableName); a desk on one machine reads its folder when it starts',
    );
  const { config, filesHash, warnings } = await loadConfigFolder(folder, io.env, clock.now());
  for (const warning of warnings) io.stderr.write(`harborwatch config: warning: ${detailLine(warning)}\n`);
  const endpoint = values['endpoint-url'];
  const log = { error: (message: string) => void io.stderr.write(`harborwatch config: ${message}\n`) };
  const client = createDynamoClient(endpoint === undefined ? {} : { endpoint });
  try {
    const table = new Table(createDocumentClient(client), values.table, systemRetry);
    const outcome = await publishFiles(
      { config, filesHash, overEdits: values['over-edits'] },
      { config: new DynamoConfigSource(table, clock, log) },
    );
    io.stdout.write(asText(outcome, folder, values.table));
  } finally {
    client.destroy();
  }
  return 0;
}

function asText(outcome: FilesOutcome, folder: string, table: string): string {
  const edit = aboutEdit(outcome);
  if (outcome.outcome === 'edit-kept') return `nothing applied: ${edit}; --over-edits replaces it\n`;
  const { version } = outcome.version;
  const applied = `applied ${folder} to ${table} as version ${version.slice(0, 12)}; running functions use it within 30 s`;
  return edit === '' ? `${applied}\n` : `${applied}\n${edit}\n`;
}
