import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The built console; any other address is the console's own, and gets its first page. */
export async function sendFile(dist: string, path: string, response: ServerResponse): Promise<void> {
  const name = extname(path) === '' ? '/index.html' : path;
  const bytes = await readFile(join(dist, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  response.writeHead(bytes ? 200 : 404, {
    'content-type': types[extname(name)] ?? 'application/octet-stream',
  });
  response.end(bytes ?? '');
}
