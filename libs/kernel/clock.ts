/** Time is handed in, never asked for: deadlines and document dates must be testable. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until moved. */
export class StoppedClock implements Clock {
  constructor(private at: Date) {}
  now(): Date {
    return new Date(this.at);
  }
  advance(ms: number): void {
    this.at = new Date(this.at.getTime() + ms);
  }
  set(at: Date): void {
    this.at = at;
  }
}

// Making a formatter costs a hundred times what using one does, and every price asks for the day.
const MOROCCAN_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Casablanca', year: 'numeric', month: '2-digit', day: '2-digit' });

/** A calendar day in Morocco (`2026-11-24`): papers carry Moroccan dates wherever the server stands. */
export function moroccanDay(at: Date): string {
  return MOROCCAN_DAY.format(at);
}
