import { parseMail } from '../adapters/mime/parse-mail.ts';
import { mixedMail } from './desk/mixed-mail.ts';
import { ownCpuMs } from './store/process-cpu.ts';

/** Raw mail to text, reply, quotation, attachments and machine-mail verdict, on one core. */
for (const [name, number] of [
  ['plain, 2 KB', 0],
  ['text and HTML, 15 KB', 8],
  ['with 300 KB attached', 7],
] as const) {
  const { raw } = mixedMail('parse', number);
  for (let warm = 0; warm < 50; warm++) await parseMail(raw);
  const [startedAt, cpu] = [performance.now(), ownCpuMs()];
  let done = 0;
  for (; performance.now() - startedAt < 2_000; done++) await parseMail(raw);
  const seconds = (performance.now() - startedAt) / 1_000;
  const cpuMs = (ownCpuMs() - cpu) / done;
  console.log(
    `parse ${name} (${raw.length.toLocaleString('en')} bytes): ${Math.round(done / seconds).toLocaleString('en')} mails/s, ${cpuMs.toFixed(2)} ms CPU a mail`,
  );
}
