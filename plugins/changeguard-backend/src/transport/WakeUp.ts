/** A door bell: `wait` returns when somebody rang since the last `wait`, or after a time. */
export class WakeUp {
  private rung = false;
  private answer?: () => void;

  ring(): void {
    this.rung = true;
    this.answer?.();
  }

  async wait(maxMs: number): Promise<void> {
    if (!this.rung) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>(resolve => {
        this.answer = resolve;
        timer = setTimeout(resolve, maxMs);
      });
      clearTimeout(timer);
      this.answer = undefined;
    }
    this.rung = false;
  }
}
