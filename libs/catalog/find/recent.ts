/** Answers that may be a little old: kept for a while, the oldest dropped first, one computation for all who ask at once. */
export class Recent<T> {
  private readonly kept = new Map<string, { at: number; answer: Promise<T> }>();

  constructor(
    private readonly keepMs: number,
    private readonly most: number,
  ) {}

  get(key: string, now: number, compute: () => Promise<T>): Promise<T> {
    const seen = this.kept.get(key);
    if (seen && now - seen.at < this.keepMs) return seen.answer;
    const answer = compute();
    this.kept.delete(key);
    this.kept.set(key, { at: now, answer });
    // A failure is not an answer: the next one to ask tries again.
    answer.catch(() => this.kept.get(key)?.answer === answer && this.kept.delete(key));
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value!);
    return answer;
  }
}
