import { environmentTable } from '../local/environment.ts';

const commands: readonly (readonly [string, string])[] = [
  ['start', 'run the whole desk on this machine'],
  ['send FILE…', 'send raw mails (.eml) to the running desk over SMTP'],
  ['case list|show ID', 'cases of the running desk'],
  ['page list|ack ID', 'pages of the running desk'],
  ['mail [FILE…]', 'read raw RFC 5322 mail, print what the desk makes of it as JSON'],
  ['triage', 'JSON lines {id?,subject?,text} in, verdicts with reasons out'],
  ['oncall at|resolve|…', 'JSON lines with a schedule in, who is on call or how fairly out'],
  ['escalation list|ack ID', 'open escalations of the running desk'],
  ['sla due', 'JSON lines with a calendar in, due times with reasons out'],
  ['sla explain ID', 'why each promise of a case is due when it is'],
  ['sla rebase', 'move open cases to the promises in force, with a preview'],
  ['simulate', 'what other promises would have meant for what happened'],
  ['export histories', 'what happened to cases, as JSON lines without persons'],
  ['events schema [TYPE]', 'what other systems hear of the desk, as JSON Schema'],
  ['calendar import FILE', 'holidays of an .ics file as a calendar for the configuration'],
  ['config check [FOLDER]', 'check a configuration, warn of hours and cases that nobody covers'],
  ['config apply FOLDER', 'publish a configuration to a desk on AWS'],
];

/** What `harborwatch --help` prints. */
export function usage(): string {
  const rows = (table: readonly (readonly string[])[], widths: readonly number[]) =>
    table
      .map((row) => `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd())
      .join('\n');
  return [
    'Harborwatch: a case desk with SLA automation and emergency paging.',
    '',
    'Usage: harborwatch COMMAND [ARGUMENTS]        (harborwatch COMMAND --help tells more)',
    '',
    rows(commands, [24]),
    '',
    'Environment of start:',
    rows(environmentTable, [24, 12]),
    '',
    'Commands that need a running desk find it by HARBORWATCH_URL (http://127.0.0.1:8080) and the',
    'operator token that start leaves in the data folder (or HARBORWATCH_TOKEN).',
    '',
  ].join('\n');
}
