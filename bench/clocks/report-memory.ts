/** Put into a desk by `node --import`: on SIGUSR2 it says on stderr what its memory holds, after a collection. */
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  process.stderr.write(`memory ${JSON.stringify(process.memoryUsage())}\n`);
});
