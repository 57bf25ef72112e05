/** One filter of a list. */
export function Choice({ name, label, chosen, options }: { name: string; label: string; chosen: string | null; options: readonly (readonly [value: string, label: string])[] }) {
  return (
    <select name={name} defaultValue={chosen ?? ''} aria-label={label} className="min-h-14 min-w-0 max-w-full border border-ink bg-lime px-2">
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}
