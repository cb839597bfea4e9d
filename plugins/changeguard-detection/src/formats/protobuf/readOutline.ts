import { ContainerKind, Outline, Scope } from './Outline';
import { tokensOf } from './tokensOf';

/** Takes one token after another; a statement ends with `;`, or opens a scope with `{`. */
class OutlineReader {
  private readonly file: Scope = {
    kind: 'file',
    name: '',
    first: 1,
    last: 0,
    members: new Map(),
  };
  private readonly scopes: Scope[] = [this.file];
  private readonly lines: number[] = [];
  private scope = this.file;
  private package = '';
  /** The statement so far, without what its brackets hold. */
  private words: string[] = [];
  private first = 1;
  /** How deep it is in values such as `[deprecated = true]` and `{ get: "/" }`. */
  private depth = 0;

  take(word: string, line: number): void {
    this.lines.push(line);
    if (this.words.length === 0) this.first = this.lines.length;
    if (this.depth > 0 || word === '[' || (word === '{' && this.isValue())) {
      if (word === '[' || word === '{') this.depth++;
      if (word === ']' || word === '}') this.depth--;
    } else if (word === '{') this.open();
    else if (word === '}') this.close();
    else if (word === ';') this.end();
    else this.words.push(word);
  }

  finish(): Outline {
    this.file.last = this.lines.length;
    return new Outline(this.package, this.scopes, this.lines);
  }

  /** Whether a brace opens the value of an option, not a scope. */
  private isValue(): boolean {
    return this.words.includes('=') && this.groupName() === undefined;
  }

  /** `optional group Item = 1 {` declares both a field and a message. */
  private groupName(): string | undefined {
    const at = this.words.indexOf('group');
    const isGroup = (at === 0 || at === 1) && this.words[at + 2] === '=';
    return isGroup ? this.words[at + 1] : undefined;
  }

  private open(): void {
    const { scope, words } = this;
    const group = this.groupName();
    const visible = /^(export|local)$/.test(words[0]) ? 1 : 0;
    const [keyword, name = ''] = words.slice(visible);
    if (group !== undefined) {
      const key = this.keyOf(group.toLowerCase(), words);
      this.enter({ kind: 'message', name: within(scope, group), key });
    } else if (isContainer(keyword)) {
      this.enter({ kind: keyword, name: within(scope, name) });
    } else if (keyword === 'oneof' || keyword === 'extend') {
      // Their fields are among those of what is around them.
      const key = keyword === 'oneof' ? name : undefined;
      const { members } = scope;
      this.enter({ kind: keyword, name: scope.name, key, members });
    } else {
      this.enter({ kind: 'call', name: within(scope, name), key: name });
    }
  }

  private enter(scope: Pick<Scope, 'kind' | 'name'> & Partial<Scope>): void {
    this.scope = {
      first: this.first,
      last: Infinity,
      outer: this.scope,
      members: new Map(),
      ...scope,
    };
    this.scopes.push(this.scope);
    this.words = [];
  }

  private close(): void {
    const { outer, key, first } = this.scope;
    this.words = [];
    if (!outer) return;
    this.scope.last = this.lines.length;
    if (key !== undefined)
      outer.members.set(key, { first, last: this.scope.last });
    this.scope = outer;
  }

  private end(): void {
    const { words, scope } = this;
    const [keyword = '', name] = words;
    this.words = [];
    if (scope.kind === 'file') this.endInFile(words);
    else if (scope.kind === 'service' && keyword === 'rpc') this.member(name);
    else if (/^(option|reserved|extensions)$/.test(keyword)) return;
    else if (words.includes('=')) {
      const declared = words[words.indexOf('=') - 1] ?? '';
      this.member(this.keyOf(declared, words));
      if (keyword === 'map' && name === '<') this.mapEntry(declared);
    }
  }

  private endInFile(words: readonly string[]): void {
    const [keyword, ...rest] = words;
    if (keyword === 'package') {
      this.package = rest.join('');
      this.member('statement package');
    } else if (keyword === 'syntax' || keyword === 'edition') {
      this.member('statement syntax');
    } else if (keyword === 'option') {
      this.member(`option ${rest.slice(0, rest.indexOf('=')).join('')}`);
    }
  }

  /** Fields and values are known by their numbers, extensions by their names. */
  private keyOf(name: string, words: readonly string[]): string {
    if (this.scope.kind === 'extend') return name;
    const [sign, number] = words.slice(words.indexOf('=') + 1);
    return sign === '-' ? `-${numberOf(number)}` : numberOf(sign);
  }

  private member(key: string): void {
    const { members } = this.scope;
    // The first of several names for one number.
    if (!members.has(key))
      members.set(key, { first: this.first, last: this.lines.length });
  }

  /** A map is a field of messages that nobody wrote, `PricesEntry` for `prices`. */
  private mapEntry(field: string): void {
    const camel = field.replace(/(?:^|_+)(.)/g, (_, next) =>
      next.toUpperCase(),
    );
    const span = { first: this.first, last: this.lines.length };
    this.scopes.push({
      kind: 'message',
      name: within(this.scope, `${camel}Entry`),
      ...span,
      outer: this.scope,
      members: new Map([
        ['1', span],
        ['2', span],
      ]),
    });
  }
}

/** Reads what a text declares, and where. The compiler has the last word on what is wrong with it; here that is left out. */
export function readOutline(text: string): Outline {
  const reader = new OutlineReader();
  for (const token of tokensOf(text)) reader.take(token.text, token.line);
  return reader.finish();
}

function isContainer(keyword: string): keyword is ContainerKind {
  return /^(message|enum|service)$/.test(keyword);
}

function within({ name }: Scope, inner: string): string {
  return name === '' ? inner : `${name}.${inner}`;
}

/** As the compiler writes it: `0x10` and `020` are `16`. */
function numberOf(word: string | undefined): string {
  return /^0[0-7]+$/.test(word ?? '')
    ? String(parseInt(word!, 8))
    : String(Number(word));
}
