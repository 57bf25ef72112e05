/** Does the same to each, one after the other; one that fails stops none of the others, and is thrown at the end. */
export async function oneByOne<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const thing of things) await work(thing).catch((failure: unknown) => failures.push(failure));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${things.length} failed`);
}
