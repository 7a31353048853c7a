import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A desk's configuration and its data, gone with the benchmark. */
export class BenchFolders implements Disposable {
  readonly config: string;
  readonly data: string;
  readonly #root: string;

  constructor(config: object) {
    this.#root = mkdtempSync(join(tmpdir(), 'harborwatch-bench-clocks-'));
    this.config = join(this.#root, 'config');
    this.data = join(this.#root, 'data');
    for (const folder of [this.config, this.data]) mkdirSync(folder, { mode: 0o700 });
    writeFileSync(join(this.config, 'desk.yaml'), JSON.stringify(config));
  }

  [Symbol.dispose](): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
