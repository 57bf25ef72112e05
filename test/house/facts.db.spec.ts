import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { Handlers } from '#libs/platform';
import { ROOMS } from '../../apps/api/rooms.js';
import { testHouse } from '../database.js';

const ROOT = join(import.meta.dirname, '../..');

/** Names in the page of facts, and how often the code says each. */
function page(): { names: string[]; said: (name: string) => number } {
  const names = [...readFileSync(join(ROOT, 'libs/facts/index.ts'), 'utf8').matchAll(/^ {2}([A-Z]\w+): \{/gm)].map((m) => m[1]!);
  const code = execFileSync('git', ['grep', '-hE', "publish\\('", '--', 'libs/*.ts', ':!*.spec.ts', ':!*.fixtures.ts'], { cwd: ROOT, encoding: 'utf8' });
  return { names, said: (name) => code.split(`publish('${name}'`).length - 1 };
}

describe('the traffic between rooms', () => {
  it('has for each fact somebody who says it and somebody who hears it', async () => {
    const house = await testHouse(ROOMS);
    try {
      const { names, said } = page();
      expect(names.length).toBeGreaterThan(15);
      const heard = new Set<string>(house.get(Handlers).factNames());
      expect(names.filter((name) => said(name) === 0)).toEqual([]);
      expect(names.filter((name) => !heard.has(name))).toEqual([]);
    } finally {
      await house.close();
    }
  });
});
