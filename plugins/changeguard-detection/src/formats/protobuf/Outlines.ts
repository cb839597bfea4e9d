import { SourceRange } from '../../Finding';
import { Outline } from './Outline';
import { readOutline } from './readOutline';

/** The outlines of a version's files, each read when it is first asked for. */
export class Outlines {
  private readonly read = new Map<string, Outline>();

  constructor(private readonly files: ReadonlyMap<string, string>) {}

  of(path: string): Outline | undefined {
    const text = this.files.get(path);
    if (text === undefined) return undefined;
    const known = this.read.get(path);
    if (known) return known;
    const outline = readOutline(text);
    this.read.set(path, outline);
    return outline;
  }

  /** Paths that a path may mean which is told from one of the roots that `buf.yaml` names. */
  pathsOf(told: string): string[] {
    if (this.files.has(told)) return [told];
    return [...this.files.keys()].filter(path => path.endsWith(`/${told}`));
  }

  /** Where something is declared: most likely in the file of a path, else wherever it was moved to. */
  rangeOf(
    path: string,
    whole: string,
    member?: string,
  ): SourceRange | undefined {
    const likely = this.of(path)?.rangeOf(whole, member);
    if (likely) return likely;
    for (const other of this.files.keys()) {
      const range = this.of(other)?.rangeOf(whole, member);
      if (range) return range;
    }
    return undefined;
  }
}
