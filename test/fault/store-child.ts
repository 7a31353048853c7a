import { dynoxideProgram, startDynoxide } from '../../local/store/start-dynoxide.ts';

/** A desk that only holds the store open: prints the server's process id and waits to be killed. */
const [file] = process.argv.slice(2);
const program = dynoxideProgram();
if (!file || program === null) throw new Error('usage: store-child.ts <file>, on Linux x64');
const { pid, endpoint } = await startDynoxide(program, file);
console.log(JSON.stringify({ pid, endpoint }));
setInterval(() => undefined, 60_000);
