import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '#libs/platform';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

interface Compose {
  services: Record<string, { image?: string; command?: string[]; environment?: Record<string, string>; depends_on?: Record<string, unknown>; volumes?: string[] }>;
  volumes: Record<string, unknown>;
}

/** As far as a machine without a Docker engine can check: names, variables, paths and order. */
describe('the containers', () => {
  const compose = parse(read('docker/compose.yaml'), { merge: true }) as Compose;
  const filled = (value: string): string => value.replace(/\$\{(\w+)(?:(:-)([^}]*)|:\?[^}]*)?\}/g, (_, name: string, _d, fallback?: string) => fallback ?? `x${name.toLowerCase()}-of-more-than-thirty-two-letters`);

  it.each(['api', 'worker'])('give %s an environment it accepts', (name) => {
    const environment = Object.fromEntries(Object.entries(compose.services[name]!.environment!).map(([key, value]) => [key, filled(String(value))]));
    expect(readConfig(environment)).toMatchObject({ ROLE: name, REDIS_URL: 'redis://redis:6379', S3_BUCKET: 'dar-sanaa' });
  });

  it('ask for every secret that .env.example lists, and list every secret they ask for', () => {
    const asked = [...new Set(read('docker/compose.yaml').match(/\$\{(\w+)/g)!.map((m) => m.slice(2)))].filter((n) => n !== 'PORT').sort();
    expect(read('docker/.env.example').match(/^\w+(?==)/gm)!.sort()).toEqual(asked);
  });

  it('depend only on services and volumes that exist', () => {
    for (const service of Object.values(compose.services)) {
      for (const other of Object.keys(service.depends_on ?? {})) expect(Object.keys(compose.services)).toContain(other);
      for (const volume of service.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
  });

  it('run a Redis that keeps its jobs', () => {
    expect(compose.services['redis']!.command!.join(' ')).toContain('--appendonly yes --maxmemory-policy noeviction');
  });

  it('build with the scripts that package.json has, and start files that the build makes', () => {
    const dockerfile = read('docker/Dockerfile');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const [, script] of dockerfile.matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(script);
    for (const [, path] of `${dockerfile}${JSON.stringify(compose)}`.matchAll(/dist\/(apps\/\w+\/main)\.js/g)) expect(read(`${path}.ts`)).toBeTruthy();
  });
});
