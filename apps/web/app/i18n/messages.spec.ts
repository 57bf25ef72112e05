import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typeset } from './languages.js';

const folder = dirname(fileURLToPath(import.meta.url));
const english = [folder, join(folder, 'work')].flatMap((at) => readdirSync(at).filter((name) => /(^|\.)en\.json$/.test(name)).map((name) => join(at, name)));
const read = (path: string): Record<string, string> => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
/** The values a message asks for, in whatever order a language puts them. */
const values = (message: string): string[] => [...new Set([...message.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].filter((name) => !/^\d/.test(name)).sort();

describe('messages', () => {
  it('were found', () => expect(english.length).toBeGreaterThan(6));

  describe.each(english.map((path) => [path.slice(folder.length + 1), path] as const))('of %s', (_, path) => {
    const source = read(path);
    it.each(['fr', 'ar'])('are all said in %s, each with its values', (lang) => {
      const said = read(path.replace(/en\.json$/, `${lang}.json`));
      expect(Object.keys(said).sort()).toEqual(Object.keys(source).sort());
      for (const [key, message] of Object.entries(said)) {
        expect(message.trim()).not.toBe('');
        const own = source[key] ?? '';
        // A plural branch holds words, so only messages without one compare value by value.
        if (!own.includes('plural') && !own.includes('select')) expect({ key, values: values(message) }).toEqual({ key, values: values(own) });
      }
    });
  });

  it('keep French punctuation beside its word, and touch no other language', () => {
    expect(typeset('fr', 'Pourquoi ? « Lot » : 5 %')).toBe('Pourquoi\u00a0? «\u00a0Lot\u00a0»\u00a0: 5\u00a0%');
    expect(typeset('en', 'a : b')).toBe('a : b');
  });
});
