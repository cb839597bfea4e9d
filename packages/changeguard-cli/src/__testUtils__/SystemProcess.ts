import { readFileSync } from 'fs';

const ticksASecond = 100;
const pageBytes = 4_096;

/** A process as Linux tells of it, whoever started it. */
export class SystemProcess {
  constructor(readonly pid: number) {}

  /** The processes that its first thread started and that are still there. */
  children(): SystemProcess[] {
    const pids = read(`/proc/${this.pid}/task/${this.pid}/children`);
    return (pids?.match(/\d+/g) ?? []).map(pid => new SystemProcess(+pid));
  }

  /** How it is; undefined once it has ended. */
  state(): { memoryBytes: number; cpuSeconds: number } | undefined {
    // The name before it may hold anything, brackets as well.
    const words = read(`/proc/${this.pid}/stat`)?.split(') ').pop()?.split(' ');
    if (!words || words[0] === 'Z') return undefined;
    return {
      memoryBytes: Number(words[21]) * pageBytes,
      cpuSeconds: (Number(words[11]) + Number(words[12])) / ticksASecond,
    };
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
