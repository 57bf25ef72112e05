// @ts-check
// `npm test`: its own set-up, then check, then every spec. What needs more than npm can bring is installed where
// that is allowed, and otherwise named as not run; with REQUIRE_ALL=1 (CI) anything not run is a failure.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { begin, prepare, standInHouse } from '../apps/start/prepare.js';

standInHouse();
const requireAll = process.env.REQUIRE_ALL === '1' || process.env.CI === 'true';

/** Debian's package, the program it brings, and what cannot be tried without it. */
const TOOLS = [
  { package: 'chromium', program: 'chromium', without: 'the journeys in a browser' },
  { package: 'redis-server', program: 'redis-server', without: 'the queues on Redis' },
  { package: 'poppler-utils', program: 'pdftotext', without: 'reading the text back from the papers' },
];

const has = (/** @type {string} */ program) => ['/usr/bin', '/usr/local/bin', '/bin'].some((folder) => existsSync(`${folder}/${program}`));

async function tools() {
  const missing = () => TOOLS.filter((tool) => !has(tool.program));
  if (missing().length === 0) return [];
  if (process.getuid?.() === 0 && has('apt-get')) {
    const end = begin('Tools');
    const names = missing().map((tool) => tool.package);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', timeout: 120_000 });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { stdio: 'ignore', timeout: 600_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    end(missing().length ? `could not install ${missing().map((t) => t.package).join(', ')}` : `installed ${names.join(', ')}`);
  }
  return missing();
}

/** @param {string[]} args @returns {Promise<number>} */
const npm = (args) =>
  new Promise((resolve) => {
    const child = spawn('npm', args, { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test', ...(requireAll ? { REQUIRE_ALL: '1' } : {}) } });
    child.once('exit', (code) => resolve(code ?? 1));
  });

try {
  await prepare();
  const missing = await tools();
  const checked = await npm(['run', '--silent', 'check']);
  const tested = await npm(['run', '--silent', 'jest', '--', ...process.argv.slice(2)]);
  console.log('');
  console.log(`  check: ${checked === 0 ? 'passed' : 'FAILED'}   specs: ${tested === 0 ? 'passed' : 'FAILED'}`);
  for (const tool of missing) console.log(`  NOT RUN: ${tool.without}, for want of ${tool.program} (Debian: ${tool.package})`);
  process.exit(checked || tested || (requireAll && missing.length > 0 ? 1 : 0));
} catch (error) {
  console.error(`\n  ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
