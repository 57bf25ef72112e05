import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTIONS } from '../../apps/web/app/features/audit/actions.js';

const root = join(import.meta.dirname, '..', '..');
const sources = readdirSync(join(root, 'libs'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => readFileSync(join(root, 'libs', path), 'utf8'));
/** The value of every `action:` given to the trail: `'order.place'`, two of them, or a template whose verb is not written here. */
const written = sources.flatMap((source) => [...source.matchAll(/\.audit\(\{\s*action: ([^,]*),/g)].map((match) => match[1] ?? ''));
const whole = written.flatMap((value) => [...value.matchAll(/'([a-z-]+\.[a-z_-]+)'/g)].map((match) => match[1] ?? ''));
const begun = written.flatMap((value) => [...value.matchAll(/`([a-z-]+)\.([a-z_-]*)\$\{\w+\}([a-z_-]*)`/g)].map((match) => match.slice(1) as [string, string, string]));
const known = new Set(Object.entries(ACTIONS).flatMap(([thing, verbs]) => verbs.map((verb) => `${thing}.${verb}`)));
const words = (lang: string): Record<string, string> => JSON.parse(readFileSync(join(root, `apps/web/app/i18n/work/audit.${lang}.json`), 'utf8')) as Record<string, string>;

describe('the audit trail in words', () => {
  it('finds what the rooms write down', () => {
    expect(whole.length).toBeGreaterThan(50);
    expect(begun.length).toBeGreaterThan(5);
  });

  it('can ask for and say every action that a room writes down', () => {
    expect(whole.filter((action) => !known.has(action))).toEqual([]);
    const said = ([thing, start, end]: [string, string, string]): boolean => (ACTIONS[thing] ?? []).some((verb) => verb.startsWith(start) && verb.endsWith(end));
    expect(begun.filter((action) => !said(action))).toEqual([]);
  });

  it.each(['en', 'fr', 'ar'])('has its words in %s, and none for what is never done', (lang) => {
    const did = Object.keys(words(lang)).filter((key) => key.startsWith('audit.did.')).map((key) => key.slice('audit.did.'.length));
    expect(did.sort()).toEqual([...known].sort());
    expect(Object.keys(ACTIONS).filter((thing) => !words(lang)[`audit.thing.${thing}`])).toEqual([]);
  });
});
