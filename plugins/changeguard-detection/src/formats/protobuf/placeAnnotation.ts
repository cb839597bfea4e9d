import { SourceRange } from '../../Finding';
import { Outlines } from './Outlines';
import { Annotation } from './runBuf';
import { Subject, subjectOf } from './subjectOf';

/** An annotation that says what it is about by its whole name, and where that is. */
export interface PlacedAnnotation extends Annotation {
  file: string;
  /** The message, enum or service, from the package on; the package itself for what is declared outside of them. */
  container: string;
  member: string;
  beforeRange?: SourceRange;
  afterRange?: SourceRange;
}

/** Both versions; the compiler was given their texts with one token a line. */
export interface Versions {
  base: Outlines;
  revision: Outlines;
}

/**
 * Says what an annotation is about. Its sentence names only the innermost message, of which there may be several: the place tells
 * which. What an option of the file did to several of one name is told once by the program, and here for each of them.
 */
export function placeAnnotation(
  annotation: Annotation,
  versions: Versions,
): PlacedAnnotation[] {
  const subject = subjectOf(annotation);
  const file = annotation.path ?? deletedFile(annotation, versions);
  return containersOf(annotation, subject, file, versions).map(container => ({
    ...annotation,
    file,
    container,
    member: subject.member,
    ...rangesOf(annotation, subject, { file, container }, versions),
  }));
}

function containersOf(
  { start_line: token }: Annotation,
  { kind, name, told, key }: Subject,
  file: string,
  { base, revision }: Versions,
): string[] {
  const before = base.of(file);
  const after = revision.of(file);
  const outline = before ?? after;
  if (!outline) return [name ?? ''];
  if (kind === 'file') return [outline.packageName];
  if (told === 'whole') return [name ?? ''];
  const nested = outline.wholeName(name ?? '');
  // Without a place, or deleted: all of the name is told.
  if (told === 'nested' || token === undefined) return [nested];
  const around = after?.around(token, kind, name);
  if (around !== undefined) return [around];
  const now = (name && after?.withMember(kind, name, key)) || [];
  const both = now.filter(one => before?.rangeOf(one, key) !== undefined);
  return [both, now, [nested]].find(names => names.length > 0)!;
}

function rangesOf(
  annotation: Annotation,
  { kind, key }: Subject,
  { file, container }: { file: string; container: string },
  { base, revision }: Versions,
): { beforeRange?: SourceRange; afterRange?: SourceRange } {
  if (annotation.path === undefined)
    return { beforeRange: base.of(file)?.linesOf(1, Infinity) };
  const told = placeToldBy(annotation);
  const afterRange = told && revision.of(file)?.linesOf(...told);
  if (kind === 'file') {
    const statement = statementOf(annotation);
    return {
      beforeRange: base.of(file)?.rangeOf(container, statement),
      afterRange,
    };
  }
  return {
    beforeRange: base.rangeOf(file, container, key),
    afterRange: afterRange ?? revision.of(file)?.rangeOf(container, key),
  };
}

/** What is gone, with all around it, has no place; the program says the first character then. */
function placeToldBy({
  start_line: first,
  end_line: last = first,
  end_column: column,
}: Annotation): [first: number, last: number] | undefined {
  if (first === undefined) return undefined;
  if (first === 1 && last === 1 && column === 1) return undefined;
  return [first, last!];
}

function statementOf({ type, message }: Annotation): string {
  const option = /^File option "([^"]*)"/.exec(message)?.[1];
  if (option !== undefined) return `option ${option}`;
  return type === 'FILE_SAME_PACKAGE'
    ? 'statement package'
    : 'statement syntax';
}

function deletedFile(
  { message }: Annotation,
  { base, revision }: Versions,
): string {
  const told = /file "([^"]*)"/.exec(message)?.[1] ?? '';
  return base.pathsOf(told).find(path => !revision.of(path)) ?? told;
}
