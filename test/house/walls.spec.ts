import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

async function cruise(folder: string): Promise<{ rule: string; from: string }[]> {
  const args = [join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'libs', 'apps'];
  const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: 64 << 20 }).catch((error: { stdout: string }) => error);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  return summary.violations.map((v) => ({ rule: v.rule.name, from: v.from }));
}

/** A small house with one offence in it. */
async function planted(files: Record<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dar-sanaa-walls-'));
  try {
    const house: Record<string, string> = {
      'libs/kernel/index.ts': 'export const one = 1;\n',
      'libs/platform/index.ts': "export { one } from '#libs/kernel';\n",
      'libs/catalog/index.ts': "export { one } from '#libs/platform';\n",
      'libs/orders/index.ts': "export { one } from '#libs/catalog';\n",
      'libs/shipping/index.ts': "export { one } from '#libs/catalog';\n",
      'libs/clusters/index.ts': "export { one } from '#libs/catalog';\n",
      'apps/api/main.ts': "import '#libs/orders';\nimport '#libs/shipping';\nimport '#libs/clusters';\n",
      ...files,
    };
    for (const [path, text] of Object.entries(house)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.walls.json', 'package.json']) await copyFile(join(ROOT, file), join(folder, file));
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    return (await cruise(folder)).map((v) => v.rule);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('the walls of the house', () => {
  it('stand in the real house', async () => {
    expect(await cruise(ROOT)).toEqual([]);
  });

  it('stand in a small house without offence', async () => {
    expect(await planted({})).toEqual([]);
  });

  it.each<[string, string, Record<string, string>]>([
    ['levels-catalog', 'a room that calls one above it', { 'libs/catalog/index.ts': "export { one } from '#libs/orders';\n", 'libs/orders/index.ts': 'export const one = 1;\n' }],
    ['levels-shipping', 'peers that meet', { 'libs/shipping/index.ts': "export { one } from '#libs/clusters';\n" }],
    ['door-only', 'a room entered by the window', { 'libs/catalog/product.ts': 'export const p = 1;\n', 'libs/catalog/index.ts': "export { p as one } from './product.js';\n", 'libs/orders/index.ts': "export { p as one } from '../catalog/product.js';\n" }],
    ['plain-files-pure', 'a rule that knows the framework', { 'libs/orders/order.ts': "import { Injectable } from '@nestjs/common';\nexport const one = Injectable;\n", 'libs/orders/index.ts': "export { one } from './order.js';\n" }],
    ['plain-files-pure', 'a rule that knows the platform', { 'libs/orders/order.ts': "export { one } from '#libs/platform';\n", 'libs/orders/index.ts': "export { one } from './order.js';\n" }],
    ['resolvers-and-jobs-thin', 'a resolver that queries', { 'libs/orders/orders.resolver.ts': "import { DataSource } from 'typeorm';\nexport const one = DataSource;\n", 'libs/orders/index.ts': "export { one } from './orders.resolver.js';\n" }],
    ['facts-below-all', 'a kernel that looks up', { 'libs/kernel/index.ts': "import '#libs/facts';\nexport const one = 1;\n", 'libs/facts/index.ts': 'export const f = 1;\n' }],
    ['no-apps-from-libs', 'a room that knows its house', { 'libs/orders/index.ts': "import '../../apps/api/other.js';\nexport const one = 1;\n", 'apps/api/other.ts': 'export const o = 1;\n' }],
    ['no-circular', 'a knot', { 'libs/orders/a.ts': "export { one } from './b.js';\n", 'libs/orders/b.ts': "export { one } from './a.js';\n", 'libs/orders/index.ts': "export { one } from './a.js';\n" }],
    ['no-orphans', 'a file nothing reaches', { 'libs/orders/lost.ts': 'export const lost = 1;\n' }],
  ])('catch %s: %s', async (rule, _, files) => {
    expect(await planted(files)).toContain(rule);
  });
});
