const MINUTE_MS = 60_000;

/** How many messages a recipient may get within so many minutes. */
const BUDGETS = [
  [10, 10],
  [30, 15],
  [60, 25],
] as const;

/** The messages that went out because of a ticket. */
export class NaiveBudget {
  private readonly sent: { readonly recipient: string; readonly atMs: number }[] = [];

  /** Sends a message to each; false, and nothing sent, where one of them would get too many. */
  spend(recipients: readonly string[], nowMs: number): boolean {
    const isSpent = recipients.some((recipient) =>
      BUDGETS.some(([minutes, most]) => {
        const recent = this.sent.filter(({ atMs }) => atMs > nowMs - minutes * MINUTE_MS);
        return recent.filter((one) => one.recipient === recipient).length >= most;
      }),
    );
    if (!isSpent) this.sent.push(...recipients.map((recipient) => ({ recipient, atMs: nowMs })));
    return !isSpent;
  }
}
