import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorsByRoom } from '../../apps/api/error-catalogue.js';
import { ROOMS } from '../../apps/api/rooms.js';

const ROOT = resolve(import.meta.dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file && existsSync(join(ROOT, file)));
const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** What is wrong in a set of files, by one rule; each rule is also shown an offence. */
interface Rule {
  name: string;
  of: (file: string, content: string) => string[];
  offence: [file: string, content: string];
}

const lines = (content: string, pattern: RegExp): string[] => content.split('\n').filter((line) => pattern.test(line));

const RULES: Rule[] = [
  {
    name: 'no file is past 400 lines',
    of: (file, content) => (/\.(ts|tsx|js)$/.test(file) && content.split('\n').length > 400 ? [`${content.split('\n').length} lines`] : []),
    offence: ['libs/orders/long.ts', 'x\n'.repeat(401)],
  },
  {
    name: 'no file is called after nothing',
    of: (file) => (/(^|\/)[^/]*\b(utils?|helpers?|common|manager|misc)\b[^/]*$|\/(utils?|helpers?|common)\//.test(file) ? [file] : []),
    offence: ['libs/orders/order-helper.ts', ''],
  },
  {
    name: 'types are not let go of',
    of: (file, content) => (/\.(ts|tsx)$/.test(file) && !file.startsWith('test/house/') ? lines(content, /\bas any\b|: any(?=[\s;,)=]|\[)|<any>|@ts-(ignore|nocheck)/).filter((line) => !/^\s*(\/?\*|\/\/)/.test(line)) : []),
    offence: ['libs/orders/a.ts', 'const x = y as any;'],
  },
  {
    name: 'nothing is left open',
    of: (file, content) => (/\.(ts|tsx|js|typ)$/.test(file) && !file.startsWith('test/house/') ? lines(content, /\b(TODO|FIXME|XXX|HACK)\b|^\s*((it|test|describe)\.(skip|only|todo)|x(it|describe))\(/) : []),
    offence: ['libs/orders/a.ts', '// TODO finish'],
  },
  {
    name: 'the page is laid out by logical sides',
    of: (file, content) => (/^apps\/web\/.*\.tsx$/.test(file) ? lines(content, /["'` ](-?(ml|mr|pl|pr)-[\d[]|(left|right)-[\d[]|text-(left|right)\b|border-[lr]\b|rounded-[lr]\b)/) : []),
    offence: ['apps/web/app/a.tsx', '<p className="ml-4">'],
  },
  {
    name: 'no host of a registry and no path of a machine is written down',
    of: (file, content) => (file === 'test/house/house.spec.ts' ? [] : lines(content.slice(0, 3_000_000), /\/work\/(main|shared)|\.\.\/shared\/|https?:\/\/(registry\.npmjs|[\w.-]*artifact)/)),
    offence: ['docs/a.md', 'see /work/main/x'],
  },
];

describe('the house keeps its own rules', () => {
  const readable = files.filter((file) => /\.(ts|tsx|js|mjs|cjs|json|md|typ|sql|css|yml|yaml|csv)$/.test(file) || file === '.ci/run');

  it.each(RULES)('$name', ({ of }) => {
    expect(readable.flatMap((file) => of(file, text(file)).map((what) => `${file}: ${what.trim().slice(0, 120)}`))).toEqual([]);
  });

  it.each(RULES)('and would see it: $name', ({ of, offence: [file, content] }) => {
    expect(of(file, content)).not.toEqual([]);
  });

  it('says every error in three languages, each code once, with the same blanks to fill', () => {
    const seen = new Set<string>();
    for (const [room, errors] of errorsByRoom(ROOMS)) {
      for (const [code, said] of Object.entries(errors)) {
        expect(code).toMatch(/^[A-Z][A-Z0-9_]+$/);
        expect([room, code, seen.has(code)]).toEqual([room, code, false]);
        seen.add(code);
        const blanks = (words: string): string[] => [...new Set(words.match(/\{\w+\}/g) ?? [])].sort();
        expect([code, blanks(said.fr), blanks(said.ar)]).toEqual([code, blanks(said.en), blanks(said.en)]);
        expect(said.ar).toMatch(/[\u0600-\u06FF]|^\{\w+\}$/);
      }
    }
  });

  it('names in its documents only paths that exist', () => {
    const missing = files
      .filter((file) => file.endsWith('.md') && file !== 'docs/errors.md')
      .flatMap((file) => (text(file).match(/`(apps|libs|test|docs|docker)\/[\w./-]+`/g) ?? []).map((path) => [file, path.slice(1, -1)] as const))
      .filter(([, path]) => !existsSync(join(ROOT, path)))
      .map(([file, path]) => `${file} names ${path}`);
    expect(missing).toEqual([]);
  });

  it('has a page in every room', () => {
    expect(ROOMS.map((room) => room.name).filter((name) => !existsSync(join(ROOT, 'libs', name, 'README.md')))).toEqual([]);
  });
});
