import { SourceRange } from '../../Finding';

/** Tokens from the first to the last, counted from 1. */
export interface Span {
  first: number;
  last: number;
}

/** What other things are declared in. */
export interface Scope extends Span {
  kind: 'file' | 'message' | 'enum' | 'service' | 'call' | 'oneof' | 'extend';
  /** Within the package; of a oneof and of extensions, that of what is around them. */
  name: string;
  outer?: Scope;
  /** What it is called among the members of what is around it, where it is one. */
  key?: string;
  /** Fields and values by number; calls, oneofs and extensions by name; in a file also `option x`, `statement package` and `statement syntax`. */
  members: Map<string, Span>;
}

/** Kinds of scopes that findings are about. */
export type ContainerKind = 'message' | 'enum' | 'service';

/** What one text declares, and where. Names are whole ones, from the package on. */
export class Outline {
  private readonly byName = new Map<string, Scope>();
  private readonly byInnerName = new Map<string, Scope[]>();

  /**
   * @param scopes - the file first, then in the order in which they begin
   * @param lines - of each token
   */
  constructor(
    readonly packageName: string,
    private readonly scopes: readonly Scope[],
    private readonly lines: readonly number[],
  ) {
    for (const scope of scopes) {
      if (scope.kind === 'oneof' || scope.kind === 'extend') continue;
      this.byName.set(scope.name, scope);
      const key = `${scope.kind} ${innerName(scope)}`;
      const known = this.byInnerName.get(key);
      if (known) known.push(scope);
      else this.byInnerName.set(key, [scope]);
    }
  }

  /** A name within the package, as a whole one. */
  wholeName(name: string): string {
    return [this.packageName, name].filter(Boolean).join('.');
  }

  /** The innermost scope of a kind, and of a name where one is known, around a token. */
  around(
    token: number,
    kind: ContainerKind,
    inner: string | undefined,
  ): string | undefined {
    let scope: Scope | undefined = this.lastBegunBy(token);
    for (; scope; scope = scope.outer) {
      if (
        scope.kind === kind &&
        scope.last >= token &&
        (inner === undefined || innerName(scope) === inner)
      )
        return this.wholeName(scope.name);
    }
    return undefined;
  }

  /** All scopes of a kind and a name that have a member. */
  withMember(
    kind: ContainerKind,
    inner: string,
    member: string | undefined,
  ): string[] {
    return (this.byInnerName.get(`${kind} ${inner}`) ?? [])
      .filter(({ members }) => member === undefined || members.has(member))
      .map(({ name }) => this.wholeName(name));
  }

  /** Where a scope stands, or one of its members; the package stands for the file. */
  rangeOf(whole: string, member?: string): SourceRange | undefined {
    const scope = this.scopeOf(whole);
    const span = member === undefined ? scope : scope?.members.get(member);
    return span && this.linesOf(span.first, span.last);
  }

  linesOf(first: number, last: number): SourceRange | undefined {
    const end = this.lines.length;
    if (end === 0) return undefined;
    return {
      startLine: this.lines[Math.min(first, end) - 1],
      endLine: this.lines[Math.min(last, end) - 1],
    };
  }

  private scopeOf(whole: string): Scope | undefined {
    const { packageName } = this;
    if (whole === packageName) return this.scopes[0];
    if (packageName === '') return this.byName.get(whole);
    return whole.startsWith(`${packageName}.`)
      ? this.byName.get(whole.slice(packageName.length + 1))
      : undefined;
  }

  private lastBegunBy(token: number): Scope {
    let low = 0;
    let high = this.scopes.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.scopes[middle].first <= token) low = middle;
      else high = middle - 1;
    }
    return this.scopes[low];
  }
}

function innerName({ name }: Scope): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
