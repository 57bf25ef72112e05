import type { INestApplicationContext } from '@nestjs/common';

export interface DemoPerson {
  readonly email: string;
  readonly password: string;
  /** Shown at the end of the start: `Artisan, carpets, Azilal`. */
  readonly role: string;
}

/** Loads the demo world into an open house; a second call finds it there. */
export async function seedDemo(_app: INestApplicationContext, _begin: (name: string) => (how: string) => void): Promise<readonly DemoPerson[]> {
  return [];
}
