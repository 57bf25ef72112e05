// @ts-check
// `npm run bench -- NAME`: builds, then runs one measurement. Each prints a ratio taken in one run: machines differ, ratios less.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { prepare, standInHouse } from '../../apps/start/prepare.js';

standInHouse();
const BENCHES = { registry: 'register import against a raw COPY', 'register-search': 'register pages and searches against bare statements', 'registry-pages': 'pages of claims, mandates, proposals', 'certification-pages': 'pages of inspections, certificates, trainings', 'cluster-pages': 'pages of clusters, members, offers, shared orders, sales', 'catalog-pages': 'pages of a maker’s pieces, hers, her agent’s and the shop’s', statistics: 'tables of programmes', listing: 'product listing against the bare statement', quote: 'delivered prices a second', papers: 'invoices a second, memory, against a browser', files: 'complete export files a second, memory, against a browser', crash: '200 export files, their workers killed seventeen times', 'order-latency': 'commit of an order to its job' };
const [name = '', ...rest] = process.argv.slice(2);
if (!Object.hasOwn(BENCHES, name)) {
  console.log(`npm run bench -- NAME, where NAME is one of:\n${Object.entries(BENCHES).map(([key, what]) => `  ${key.padEnd(19)} ${what}`).join('\n')}`);
  process.exit(name ? 1 : 0);
}
await prepare();
if (name === 'crash') {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', 'test/faults/printing-killed', '--maxWorkers=1'];
  process.exit(spawnSync(process.execPath, jest, { stdio: 'inherit', env: { ...process.env, CRASH_FILES: rest[0] ?? '200' } }).status ?? 1);
}
const compiled = spawnSync('npx', ['swc', 'test', '-d', 'dist', '--config-file', '.swcrc', '--ignore', '**/*.spec.ts', '--quiet'], { stdio: 'inherit' });
const file = `dist/test/bench/${name}.js`;
if (compiled.status !== 0 || !existsSync(file)) process.exit(1);
process.exit(spawnSync(process.execPath, ['--expose-gc', file, ...rest], { stdio: 'inherit' }).status ?? 1);
