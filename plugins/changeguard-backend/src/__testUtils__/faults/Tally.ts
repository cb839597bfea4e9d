import { Aim } from './FaultPlan';
import { RunResult } from './runOnce';

/** A run that must not be. */
interface Failure {
  aim: Aim | null;
  result: RunResult;
}

function repeat(aim: Aim | null): string {
  return aim
    ? `npm run chaos -- --point "${aim.point}" --mode ${aim.mode}`
    : 'npm run chaos -- --every 1000000';
}

/** Counts what the runs showed. */
export class Tally {
  readonly failures: Failure[] = [];
  /** Faults whose point did not come. */
  readonly missed: Aim[] = [];
  private runs = 0;
  private struck = 0;
  private readonly checks = new Map<string, number>();

  add(aim: Aim | null, result: RunResult): void {
    this.runs++;
    for (const name of result.checked) {
      this.checks.set(name, (this.checks.get(name) ?? 0) + 1);
    }
    if (aim && !result.struck) this.missed.push(aim);
    else if (aim) this.struck++;
    if (result.violations.length > 0) this.failures.push({ aim, result });
  }

  get done(): number {
    return this.runs;
  }

  get passed(): number {
    return this.runs - this.failures.length - this.missed.length;
  }

  get failed(): number {
    return this.failures.length + this.missed.length;
  }

  /** What was checked how often, and what failed, with what to type to see it again. */
  report(): string {
    const lines = ['Checked after every run:'];
    for (const [name, times] of this.checks) {
      const violated = this.failures.filter(({ result }) =>
        result.violations.some(({ invariant }) => invariant === name),
      ).length;
      lines.push(
        `  ${String(times).padStart(6)} ×  ${name}${
          violated ? `: violated ${violated} ×` : ''
        }`,
      );
    }
    for (const { aim, result } of this.failures) {
      lines.push('', `FAILED  ${repeat(aim)}`);
      for (const { invariant, sentence } of result.violations) {
        lines.push(`  ${invariant}: ${sentence}`);
      }
    }
    for (const aim of this.missed) {
      lines.push('', `NOT REACHED  ${repeat(aim)}`);
    }
    return `${lines.join('\n')}\n`;
  }

  get strikes(): number {
    return this.struck;
  }
}
