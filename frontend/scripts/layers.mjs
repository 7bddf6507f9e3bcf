// Holds the direction app → features → api, ui, lib, and keeps features apart, so that each can be changed alone.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src', import.meta.url));
const allowed = {
  app: ['app', 'features', 'api', 'ui', 'lib', 'locales'],
  features: ['features', 'api', 'ui', 'lib'],
  api: ['api', 'lib'],
  ui: ['ui', 'lib'],
  lib: ['lib'],
  locales: ['locales'],
  test: ['test', 'app', 'features', 'api', 'ui', 'lib', 'locales'],
};
const problems = [];

for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  const name = relative(src, file);
  if (!entry.isFile() || !/\.tsx?$/.test(name) || name.startsWith('api/generated')) continue;
  const text = readFileSync(file, 'utf8');
  if (/^index\.tsx?$/.test(entry.name))
    problems.push(`${name}: no barrel files; import the file that holds it`);
  for (const [, , target] of text.matchAll(/(?:from|import)\s*\(?\s*(['"`])((?:\.|@\/).*?)\1/g)) {
    const path = relative(
      src,
      target.startsWith('@/') ? join(src, target.slice(2)) : resolve(dirname(file), target),
    );
    const [fromLayer, fromFeature] = name.split('/');
    const [toLayer, toFeature] = path.split('/');
    const inTest = /\.test\.tsx?$/.test(name);
    if (inTest && toLayer === 'test') continue;
    if (!allowed[fromLayer]?.includes(toLayer) && !(inTest && fromLayer === 'features' && toLayer === 'app'))
      problems.push(`${name}: ${fromLayer} may not import ${target}`);
    if (fromLayer === 'features' && toLayer === 'features' && fromFeature !== toFeature)
      problems.push(`${name}: features do not import each other (${target})`);
  }
}

if (problems.length) {
  console.error(problems.join('\n'));
  process.exit(1);
}
