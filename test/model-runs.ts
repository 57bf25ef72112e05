/**
 * How many sequences a model is walked through, and the milliseconds it may take: a few whenever the specs run, and as many as
 * `MODEL_RUNS` says when somebody looks for what is rare (`MODEL_RUNS=250 npm run jest -- give-backs.model`).
 */
export function modelRuns(usual: number, usualMs: number): { readonly numRuns: number; readonly timeoutMs: number } {
  const numRuns = Number(process.env['MODEL_RUNS'] ?? usual);
  return { numRuns, timeoutMs: Math.ceil(usualMs * Math.max(1, numRuns / usual)) };
}
