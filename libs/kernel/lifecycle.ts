import { defineErrors } from './errors.js';

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;
type StateOf<T extends Table> = keyof T & string;
type VerbOf<T extends Table> = { [S in keyof T]: keyof T[S] & string }[keyof T];
type Closed<T extends Table> = { [S in keyof T]: { [V in keyof T[S]]: T[S][V] extends keyof T ? T[S][V] : never } };

export const lifecycleErrors = defineErrors({
  LIFECYCLE_REFUSED: {
    kind: 'conflict',
    en: 'This cannot be done now: "{verb}" is not possible while the state is "{state}".',
    fr: 'Impossible pour l’instant : « {verb} » n’est pas permis à l’état « {state} ».',
    ar: 'لا يمكن ذلك الآن: «{verb}» غير ممكن والحالة هي «{state}».',
  },
});

export interface Lifecycle<S extends string, V extends string> {
  readonly states: readonly S[];
  readonly initial: S;
  can(state: S, verb: V): boolean;
  /** The next state, or LIFECYCLE_REFUSED. */
  next(state: S, verb: V): S;
  verbs(state: S): V[];
}

/**
 * A table of states and verbs. A target that is not a state does not compile, and a state
 * that nothing reaches fails when the module loads. The first row is the initial state.
 */
export function lifecycle<const T extends Table>(table: T & Closed<T>): Lifecycle<StateOf<T>, VerbOf<T>> {
  const states = Object.keys(table) as StateOf<T>[];
  const initial = states[0]!;
  const reached = new Set<string>([initial]);
  for (const state of reached) for (const target of Object.values(table[state] ?? {})) reached.add(target);
  const lost = states.filter((state) => !reached.has(state));
  if (lost.length) throw new Error(`lifecycle states never reached: ${lost.join(', ')}`);
  const lookup = (state: string, verb: string): string | undefined => {
    const row = table[state as StateOf<T>] as Readonly<Record<string, string>> | undefined;
    return row && Object.hasOwn(row, verb) ? row[verb] : undefined;
  };
  return {
    states,
    initial,
    can: (state, verb) => lookup(state, verb) !== undefined,
    next: (state, verb) => {
      const target = lookup(state, verb);
      if (target === undefined) throw lifecycleErrors.LIFECYCLE_REFUSED({ state, verb });
      return target as StateOf<T>;
    },
    verbs: (state) => Object.keys(table[state] ?? {}) as VerbOf<T>[],
  };
}

/** Moves `thing.state` along, or refuses. */
export function advance<S extends string, V extends string>(life: Lifecycle<S, V>, thing: { state: S }, verb: V): void {
  thing.state = life.next(thing.state, verb);
}
