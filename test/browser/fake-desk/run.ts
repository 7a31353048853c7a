import { parseArgs } from 'node:util';
import { FakeDesk, type FakeMode } from './fake-desk.ts';
import { fullDesk } from './full-desk.ts';
import { password } from './people.ts';
import { StoredDesk } from './stored-desk.ts';

// For work on screens: node test/browser/fake-desk/run.ts --mode failing --empty
const { values } = parseArgs({
  options: {
    mode: { type: 'string', default: 'well' },
    empty: { type: 'boolean' },
    port: { type: 'string', default: '8080' },
  },
});
const desk = new FakeDesk('console/dist', values.empty ? new StoredDesk() : fullDesk(Date.now()));
desk.mode = values.mode as FakeMode;
console.log(`${await desk.start(Number(values.port))}  password: ${password}`);
