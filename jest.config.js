/** Three sizes of test: pure specs, specs on a real PostgreSQL (`*.db.spec.ts`), and journeys under test/. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  roots: ['<rootDir>/libs', '<rootDir>/apps/seed', '<rootDir>/apps/api', '<rootDir>/apps/web', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: {
    '^#libs/([^/]+)$': '<rootDir>/libs/$1/index.ts',
    '^#apps/(.+)$': '<rootDir>/apps/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/setup.js',
  globalTeardown: '<rootDir>/test/teardown.js',
  testTimeout: 30_000,
  // In one process a run keeps every module it ever loaded; two workers that start anew when they grow are quicker and smaller.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
};
