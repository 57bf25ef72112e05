import { useRouteLoaderData } from 'react-router';
import type { Country, Me } from './queries.js';

export interface ShellState {
  me: Me | null;
  countries: Country[];
  country: Country;
  basketCount: number;
  demo: boolean;
}

/** What every page knows: who looks at it, and which country its prices are for. */
export function useShell(): ShellState {
  const state = useRouteLoaderData('routes/language') as ShellState | undefined;
  if (state === undefined) throw new Error('a page outside its language');
  return state;
}
