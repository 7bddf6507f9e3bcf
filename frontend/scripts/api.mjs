// Writes the API types from the documents that the services commit; a changed document shows up as a diff here.
// With --check nothing is written: types that are not those of the documents fail.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const mode = process.argv.includes('--check') ? ['--check'] : [];

const root = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

for (const service of ['core', 'auth']) {
  const document = root(`../services/${service}/src/main/resources/openapi.json`);
  if (!existsSync(document)) {
    console.error(`There is no ${document}: build services/${service} first.`);
    process.exit(1);
  }
  const made = spawnSync(
    process.execPath,
    [
      root('node_modules/openapi-typescript/bin/cli.js'),
      document,
      '-o',
      root(`src/api/generated/${service}.d.ts`),
      ...mode,
    ],
    { stdio: 'inherit' },
  );
  if (made.status !== 0) process.exit(made.status ?? 1);
}
