// @ts-check
// What a fresh clone needs before anything of ours can run: libraries and a build. Built-in modules only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Stops on a Node that cannot run the house, and stands in its folder. */
export function standInHouse() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Dar Sanaa needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`);
    process.exit(1);
  }
  process.chdir(ROOT);
}

/** Installs and builds what is not there yet or has changed since. */
export async function prepare() {
  await step('Libraries', installed(), () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']), stampInstalled);
  await step('Build', built(), () => run('npm', ['run', '--silent', 'build']), stampBuilt);
}

function installed() {
  return existsSync('node_modules') && readText(join('node_modules', '.dar-sanaa')) === hash(['package-lock.json']);
}
function stampInstalled() {
  writeFileSync(join('node_modules', '.dar-sanaa'), hash(['package-lock.json']));
}
function built() {
  return existsSync('dist') && existsSync('apps/web/build/server/index.js') && readText('dist/.dar-sanaa') === hash(sources());
}
function stampBuilt() {
  writeFileSync('dist/.dar-sanaa', hash(sources()));
}

function sources() {
  /** @type {string[]} */
  const files = ['package-lock.json', '.swcrc'];
  const walk = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!['build', 'node_modules', '.react-router'].includes(entry.name)) walk(path);
      } else if (!entry.name.endsWith('.spec.ts')) files.push(path);
    }
  };
  for (const folder of ['apps', 'libs']) walk(folder);
  return files.sort();
}

/** @param {readonly string[]} files */
function hash(files) {
  const sum = createHash('sha256').update(process.versions.modules);
  for (const file of files) sum.update(file).update(readFileSync(file));
  return sum.digest('hex');
}


/**
 * @param {string} name
 * @param {boolean} done
 * @param {() => Promise<void>} work
 * @param {() => void} stamp
 */
async function step(name, done, work, stamp) {
  const end = begin(name);
  if (done) return end('nothing to do');
  await work();
  stamp();
  end('ready');
}

/**
 * Says that a step has begun and how long it takes; the answer says how it ended.
 * @param {string} name
 * @returns {(how: string) => void}
 */
export function begin(name) {
  const started = Date.now();
  const label = `  ${name.padEnd(12)}`;
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`${label}…`);
  const timer = live ? setInterval(() => process.stdout.write(`\r${label}… ${seconds()}`), 500) : undefined;
  return (how) => {
    clearInterval(timer);
    process.stdout.write(`${live ? '\r\x1b[K' : ''}${label}${how} (${seconds()})\n`);
  };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<void>}
 */
export function run(command, args) {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'development' } });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-8000)));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`\`${command} ${args.join(' ')}\` failed:\n${said}`))));
  });
}

/** @param {string} path */
export function readText(path) {
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : '';
}

/** @param {string} path */
export function readJson(path) {
  try {
    return JSON.parse(readText(path));
  } catch {
    return null;
  }
}
