/** A mutation that a backend acknowledged, as the client remembers it. */
export type Acknowledged = { title: string; changeId: string } & (
  | { what: 'recorded'; by: string }
  | { what: 'commented'; by: string; commentId: string; body: string }
  | { what: 'answered'; by: string; entityRef: string; answer: string }
  | { what: 'resolved'; by: string }
);

/** What the client was told is done: the only thing it trusts. */
export class History {
  readonly acknowledged: Acknowledged[] = [];

  note(mutation: Acknowledged): void {
    this.acknowledged.push(mutation);
  }

  recorded(title: string): Acknowledged | undefined {
    return this.acknowledged.find(
      one => one.what === 'recorded' && one.title === title,
    );
  }
}
