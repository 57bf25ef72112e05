import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { DiskStorage, readConfig, S3Storage, type Storage } from '#libs/platform';

interface Store {
  storage: Storage;
  close(): Promise<void>;
}

async function disk(): Promise<Store> {
  const root = await mkdtemp(join(tmpdir(), 'dar-sanaa-store-'));
  return { storage: new DiskStorage(root), close: () => rm(root, { recursive: true, force: true }) };
}

async function s3(): Promise<Store> {
  const root = await mkdtemp(join(tmpdir(), 'dar-sanaa-s3-'));
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: root });
  const { port } = await server.run();
  const config = readConfig({ DATABASE_URL: 'postgres://unused', SECRET: 'x'.repeat(40), S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_BUCKET: 'papers', S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' });
  return {
    storage: new S3Storage(config),
    async close() {
      await server.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

describe.each([['disk', disk], ['S3', s3]] as const)('files on %s', (_, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  const bytes = Buffer.from('%PDF-1.7 ﻓﺎﺗﻮﺭﺓ '.repeat(50));

  it('come back as they were put, whole or as a stream', async () => {
    const { sha256, size } = await store.storage.put('papers/2026/ci-1.pdf', bytes, 'application/pdf');
    expect([sha256.length, size]).toEqual([64, bytes.length]);
    expect((await store.storage.get('papers/2026/ci-1.pdf')).equals(bytes)).toBe(true);
    expect((await buffer(await store.storage.stream('papers/2026/ci-1.pdf'))).equals(bytes)).toBe(true);
  });

  it('are replaced under the same key, and gone once removed', async () => {
    await store.storage.put('a/b', Buffer.from('one'), 'text/plain');
    await store.storage.put('a/b', Buffer.from('two'), 'text/plain');
    expect((await store.storage.get('a/b')).toString()).toBe('two');
    expect(await store.storage.exists('a/b')).toBe(true);
    await store.storage.remove('a/b');
    await store.storage.remove('a/b');
    expect(await store.storage.exists('a/b')).toBe(false);
    await expect(store.storage.get('a/b')).rejects.toThrow();
  });

  it.each(['../secrets.json', '/etc/passwd', 'a/../../b', 'A/B', '', 'a//b', 'a\0b', 'a/.hidden'])('have no key called %j', async (key) => {
    await expect((async () => store.storage.put(key, bytes, 'text/plain'))()).rejects.toThrow(RangeError);
    await expect((async () => store.storage.get(key))()).rejects.toThrow(RangeError);
  });
});

describe('a file being written on disk', () => {
  it('is never seen half', async () => {
    const root = await mkdtemp(join(tmpdir(), 'dar-sanaa-half-'));
    const storage: Storage = new DiskStorage(root);
    await Promise.all(Array.from({ length: 20 }, (_, i) => storage.put('same', Buffer.alloc(200_000, i), 'application/octet-stream')));
    const kept = await storage.get('same');
    expect([kept.length, new Set(kept).size]).toEqual([200_000, 1]);
    expect(await readdir(root)).toEqual(['same']);
    await rm(root, { recursive: true, force: true });
  });
});
