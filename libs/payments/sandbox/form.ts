export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export type Form = { [key: string]: FormValue };

const DEEPEST = 6;

/**
 * Reads Stripe's request encoding: `line_items[0][price_data][currency]=eur` is a list of objects.
 * Answers null for anything that is not one: odd brackets, a name used as two shapes, a name of Object's own.
 */
export function readForm(encoded: string): Form | null {
  const root: Form = Object.create(null) as Form;
  for (const [name, value] of new URLSearchParams(encoded)) {
    const path = pathOf(name);
    if (!path || !place(root, path, value)) return null;
  }
  return listed(root) as Form;
}

function pathOf(name: string): string[] | null {
  const match = /^([A-Za-z0-9_]+)((?:\[[A-Za-z0-9_]*\])*)$/.exec(name);
  if (!match) return null;
  const rest = [...match[2]!.matchAll(/\[([A-Za-z0-9_]*)\]/g)].map((m) => m[1]!);
  const path = [match[1]!, ...rest];
  return path.length <= DEEPEST && !path.includes('__proto__') ? path : null;
}

function place(root: Form, path: readonly string[], value: string): boolean {
  let at: Form = root;
  for (const [depth, key] of path.entries()) {
    // `types[]=a&types[]=b` numbers itself.
    const name = key === '' ? String(Object.keys(at).length) : key;
    if (depth === path.length - 1) {
      if (name in at) return false;
      at[name] = value;
      return true;
    }
    const next = at[name] ?? (at[name] = Object.create(null) as Form);
    if (typeof next === 'string' || Array.isArray(next)) return false;
    at = next;
  }
  return false;
}

/** Objects whose names count 0, 1, 2… are lists. */
function listed(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const names = Object.keys(value);
  const read = names.map((name) => [name, listed(value[name]!)] as const);
  if (names.length > 0 && names.every((name, i) => name === String(i))) return read.map(([, v]) => v);
  return Object.fromEntries(read);
}
