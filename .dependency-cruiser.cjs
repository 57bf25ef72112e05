/** The walls of the house. Lowest first: a room may call only rooms to its left; `|` are peers that never meet. */
const LEVELS = [['kernel'], ['facts'], ['platform'], ['identity'], ['registry'], ['certification'], ['catalog'], ['clusters', 'shipping'], ['orders'], ['payments', 'export-documents'], ['programmes']];

const upward = LEVELS.flatMap((level, i) => {
  const above = [...LEVELS.slice(i + 1).flat()];
  return level.map((room) => ({
    name: `levels-${room}`,
    comment: `${room} calls only rooms below it; upward traffic is a fact`,
    severity: 'error',
    from: { path: `^libs/${room}/` },
    to: { path: `^libs/(${[...above, ...level.filter((peer) => peer !== room)].join('|') || 'none'})/` },
  }));
});

/** A plain file has no suffix: `order.ts`, `pro-forma.ts`. It is pure. */
const PLAIN = '^libs/[^.]+\\.ts$';

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'door-only',
      comment: 'another room is entered by its index.ts',
      severity: 'error',
      from: { path: '^(libs/([^/]+)|apps/(api|worker|start|seed))/' },
      to: { path: '^libs/([^/]+)/(?!index\\.ts$).+', pathNot: ['^libs/$2/', '^libs/payments/sandbox/index\\.ts$'] },
    },
    {
      name: 'plain-files-pure',
      comment: 'a file with a plain name imports only kernel and its own room; no framework, no database, no clock',
      severity: 'error',
      from: { path: PLAIN, pathNot: ['^libs/platform/', '/index\\.ts$', '^libs/kernel/', '/migrations/', '\\.spec\\.ts$', '^libs/identity/better-auth\\.ts$', '/sandbox/'] },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|bullmq|ioredis|fastify|@apollo|graphql|stripe|sharp|better-auth)/|^libs/(platform|identity)/' },
    },
    {
      name: 'resolvers-and-jobs-thin',
      comment: 'a resolver or job calls its service; rows and TypeORM are below it',
      severity: 'error',
      from: { path: '\\.(resolver|jobs)\\.ts$' },
      to: { path: '\\.entity\\.ts$|node_modules/(typeorm|pg)/' },
    },
    { name: 'facts-below-all', comment: 'kernel imports nothing of ours', severity: 'error', from: { path: '^libs/kernel/' }, to: { path: '^(libs/(?!kernel/)|apps/)' } },
    { name: 'no-apps-from-libs', comment: 'rooms do not know who composes them', severity: 'error', from: { path: '^libs/', pathNot: '\\.spec\\.ts$' }, to: { path: '^(apps|test)/' } },
    { name: 'no-circular', comment: 'a knot of imports hides who depends on whom', severity: 'error', from: { path: '^(libs|apps)/' }, to: { circular: true } },
    { name: 'no-orphans', comment: 'a file nothing reaches is dead', severity: 'error', from: { orphan: true, path: '^(libs|apps)/', pathNot: ['\\.(spec|d)\\.ts$', '\\.(cjs|config\\.ts)$', '^apps/web/'] }, to: {} },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.walls.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '(^|/)(dist|node_modules/.*/node_modules|data|apps/web)/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
