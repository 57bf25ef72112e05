/**
 * How the sandbox can be told to fail, as providers do:
 * `timeout_after` does the work and never answers; `black_hole` neither works nor answers; `cut_after` and `cut` are the same
 * with the connection ended at once, for specs that need not wait out a silence; `error_500` fails and
 * saves the 500 under the key; `error_500_after` does the work and answers 500; `rate_limit` is a 429;
 * `garbage` answers 404 with a body that is no Stripe error; `withhold_event` never delivers the next events.
 */
export type Fault = 'timeout_after' | 'black_hole' | 'cut_after' | 'cut' | 'error_500' | 'error_500_after' | 'rate_limit' | 'garbage' | 'withhold_event';

export class Faults {
  private readonly waiting: { fault: Fault; path: RegExp; left: number }[] = [];

  /** The next `times` requests whose `METHOD /path` matches misbehave. */
  next(fault: Fault, path = /./, times = 1): void {
    this.waiting.push({ fault, path, left: times });
  }

  take(path: string, ...of: readonly Fault[]): Fault | null {
    const found = this.waiting.find((f) => f.left > 0 && of.includes(f.fault) && f.path.test(path));
    if (!found) return null;
    found.left -= 1;
    return found.fault;
  }

  clear(): void {
    this.waiting.length = 0;
  }
}
