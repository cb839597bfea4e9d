import {
  Namespace,
  parse,
  ReflectionObject,
  Service,
  Type,
  types,
} from 'protobufjs';
import { blankCustomOptions } from './blankCustomOptions';

/** Files that can be compiled on their own. */
export interface CompleteFiles {
  files: Map<string, string>;
  /** Files that stand in for imports; what is said about them is no finding. */
  stubs: Set<string>;
  /** Types that were imported from elsewhere, but for Google's, which do not change. */
  missing: string[];
}

/** A file with more numbered parts than this is left to the compiler, also when it imports what is not there. */
const MOST_FIELDS = 20_000;
const FIELD = /=\s*\d/g;

const STUB_FOLDER = 'standing_in_for_imports';

/**
 * Gives imports that are not among the files something to stand for them: empty messages with the names that are used.
 * `google/protobuf` is left alone, the compiler knows it.
 */
export function completeFiles(
  given: ReadonlyMap<string, string>,
): CompleteFiles {
  const files = new Map(given);
  const none = { files, stubs: new Set<string>(), missing: [] };
  // The parser here takes time by the square of a message's fields: it is asked only where something may be missing.
  const texts = [...given.values()];
  if (!texts.some(text => /\bimport\b/.test(text))) return none;
  if (texts.some(text => (text.match(FIELD) ?? []).length > MOST_FIELDS))
    return none;
  const imports = new Set<string>();
  const roots: { scope: string; root: Namespace }[] = [];
  for (const text of given.values()) {
    const parsed = parsedOf(text);
    // What cannot be parsed here is explained by the compiler, which says where.
    if (!parsed) return none;
    roots.push({ scope: parsed.package ?? '', root: parsed.root });
    for (const one of [
      ...(parsed.imports ?? []),
      ...(parsed.weakImports ?? []),
    ])
      if (!given.has(one) && !one.startsWith('google/protobuf/'))
        imports.add(one);
  }
  if (imports.size === 0) return none;
  for (const [path, text] of given) files.set(path, blankCustomOptions(text));
  const names = unresolvedNames(roots);
  const stubs = new Set(imports);
  const packages = new Map<string, string[]>();
  for (const name of names) {
    const dot = name.lastIndexOf('.');
    const scope = name.slice(0, Math.max(0, dot));
    packages.set(scope, [...(packages.get(scope) ?? []), name.slice(dot + 1)]);
  }
  const parts: string[] = [];
  for (const [scope, own] of packages) {
    const path = `${STUB_FOLDER}/${scope || 'none'}.proto`;
    const messages = own.map(
      name => `message ${name} { extensions 1 to max; }`,
    );
    files.set(
      path,
      ['syntax = "proto2";', scope && `package ${scope};`, ...messages].join(
        '\n',
      ),
    );
    stubs.add(path);
    parts.push(`import public "${path}";`);
  }
  for (const path of imports)
    files.set(path, ['syntax = "proto3";', ...parts].join('\n'));
  return {
    files,
    stubs,
    missing: [...names].filter(name => !name.startsWith('google.')).sort(),
  };
}

function parsedOf(text: string): ReturnType<typeof parse> | undefined {
  try {
    return parse(text, { keepCase: true });
  } catch {
    return undefined;
  }
}

/** Full names of the types that are used and nowhere defined. */
function unresolvedNames(
  roots: readonly { scope: string; root: Namespace }[],
): Set<string> {
  const defined = new Set<string>();
  const uses: { name: string; scope: string; home: string }[] = [];
  for (const { scope: home, root } of roots) {
    walk(root, object => {
      defined.add(object.fullName.replace(/^\./, ''));
      for (const name of namesIn(object)) {
        const scope = object.fullName.replace(/^\./, '');
        uses.push({ name, scope, home });
      }
    });
  }
  const unresolved = new Set<string>();
  for (const { name, scope, home } of uses) {
    const candidates = scopesOf(scope).map(one =>
      one ? `${one}.${name}` : name,
    );
    const absolute = name.startsWith('.') ? name.slice(1) : undefined;
    const all = absolute ? [absolute] : candidates;
    if (all.some(one => defined.has(one))) continue;
    if (all.some(one => one.startsWith('google.protobuf.'))) continue;
    unresolved.add(absolute ?? guess(name, home, defined));
  }
  return unresolved;
}

/** A plain name is of the file's own package; a longer one of the innermost package that its first part may name. */
function guess(
  name: string,
  home: string,
  defined: ReadonlySet<string>,
): string {
  if (!name.includes('.')) return home ? `${home}.${name}` : name;
  const first = name.split('.')[0];
  const within = scopesOf(home).find(scope => {
    const outer = scope ? `${scope}.${first}` : first;
    return defined.has(outer) || home === outer || home.startsWith(`${outer}.`);
  });
  return within ? `${within}.${name}` : name;
}

function scopesOf(scope: string): string[] {
  const parts = scope.split('.').filter(Boolean);
  return [
    ...parts.map((_, index) => parts.slice(0, parts.length - index).join('.')),
    '',
  ];
}

function walk(
  object: ReflectionObject,
  visit: (object: ReflectionObject) => void,
): void {
  if (object.fullName) visit(object);
  if (object instanceof Namespace)
    object.nestedArray.forEach(nested => walk(nested, visit));
}

function namesIn(object: ReflectionObject): string[] {
  if (object instanceof Type) {
    return object.fieldsArray
      .flatMap(({ type, extend }) => [type, ...(extend ? [extend] : [])])
      .filter(type => !(type in types.basic));
  }
  if (object instanceof Service) {
    return object.methodsArray.flatMap(({ requestType, responseType }) => [
      requestType,
      responseType,
    ]);
  }
  const { type, extend } = object as { type?: unknown; extend?: unknown };
  return typeof extend === 'string' && typeof type === 'string'
    ? [extend, type].filter(one => !(one in types.basic))
    : [];
}
