import type { Room } from '#libs/platform';
import { programmes80 } from './migrations/2026-11-24-80-programmes.js';
import { programmes81 } from './migrations/2026-11-24-81-statistics.js';
import { ProgrammesModule } from './programmes.module.js';

export { ProgrammesModule } from './programmes.module.js';
export { ProgrammesService } from './programmes.service.js';

export const programmesRoom: Room = { name: 'programmes', module: ProgrammesModule, entities: [], migrations: [programmes80, programmes81], errors: {} };
