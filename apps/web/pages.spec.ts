import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { checkQueries } from './check-queries.js';

const APP = join(import.meta.dirname, 'app');
const read = (path: string): string => readFileSync(path, 'utf8');

describe('the pages’ queries', () => {
  const schema = read(join(import.meta.dirname, '../../schema.graphql'));

  it('fit the published schema', () => expect(checkQueries(schema)).toEqual([]));

  it('would be seen not to fit it', () => {
    expect(checkQueries(schema.replace(/\n {2}makerName: String!/g, '')).length).toBeGreaterThan(0);
  });
});

describe('the catalogues', () => {
  const parts = ['i18n', 'i18n/work'].flatMap((at) => readdirSync(join(APP, at)).filter((name) => /(^|\.)en\.json$/.test(name)).map((name) => join(APP, at, name)));
  const catalogue = (lang: string): Record<string, string> =>
    Object.assign({}, ...parts.map((part) => JSON.parse(read(part.replace(/en\.json$/, `${lang}.json`))) as Record<string, string>)) as Record<string, string>;
  const [en, fr, ar] = [catalogue('en'), catalogue('fr'), catalogue('ar')];
  const blanks = (message: string | undefined): string[] => [...new Set(blanksOf(compileMessage(message ?? '')))].sort();

  it('say the same things in the three languages', () => {
    expect(Object.keys(fr)).toEqual(Object.keys(en));
    expect(Object.keys(ar)).toEqual(Object.keys(en));
    const uneven = Object.keys(en).filter((key) => {
      const first = blanks(en[key]).join();
      return first !== blanks(fr[key]).join() || first !== blanks(ar[key]).join();
    });
    expect(uneven).toEqual([]);
  });

  it('are readable as messages', () => {
    for (const message of [en, fr, ar].flatMap((one) => Object.values(one))) expect(() => compileMessage(message)).not.toThrow();
  });

  it('hold every message that a page asks for by name', () => {
    const asked = sources(APP).flatMap((file) => [...read(file).matchAll(/\bt\(\s*'([\w.-]+)'|\btext\('([\w-]+\.[\w.-]+)'/g)].map((match) => match[1] ?? match[2] ?? ''));
    expect(asked.length).toBeGreaterThan(200);
    expect([...new Set(asked)].filter((key) => !(key in en))).toEqual([]);
  });
});

/** A compiled message is text and `[blank, kind, choices]`, choices being messages again. */
function blanksOf(compiled: unknown): string[] {
  if (!Array.isArray(compiled)) return [];
  return compiled.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [name, , choices] = token as [string, unknown, unknown];
    return [name, ...(typeof choices === 'object' && choices !== null ? Object.values(choices).flatMap(blanksOf) : [])];
  });
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
