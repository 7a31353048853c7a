import { bundleFolder, bundleFunctions } from '../bundle.ts';
import { builtConsole } from '../console.ts';
import { createDeskApp } from '../desk-app.ts';

await bundleFunctions();
createDeskApp({ bundleFolder, consoleFolder: await builtConsole() }).app.synth();
