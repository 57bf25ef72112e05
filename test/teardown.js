// @ts-check
export default async function teardown() {
  const { stopTestPostgres } = /** @type {{ stopTestPostgres?: () => Promise<void> }} */ (globalThis);
  await stopTestPostgres?.();
}
