import { AvroField, AvroNode } from './AvroNode';
import { meaningObstacles } from './meaningObstacles';
import { Obstacle } from './Obstacle';

/** Which primitives a reader takes for which others, as Avro's specification lists them. */
const PROMOTIONS: Readonly<Record<string, readonly string[]>> = {
  long: ['int'],
  float: ['int', 'long'],
  double: ['int', 'long', 'float'],
  string: ['bytes'],
  bytes: ['string'],
};

type Pair = readonly [reader: AvroNode, writer: AvroNode];

/**
 * Says what stands between a reader and a writer, after "Schema Resolution" of Avro's specification. What is within a pair is
 * looked at once: types may contain themselves.
 */
export class Readability {
  private readonly answers = new Map<AvroNode, Map<AvroNode, boolean>>();
  /** Pairs believed to be readable, in the order in which they were. */
  private readonly beliefs: Pair[] = [];
  private readonly walked = new Map<AvroNode, Set<AvroNode>>();

  /** All obstacles, each at its place. */
  obstacles(
    reader: AvroNode,
    writer: AvroNode,
    steps: readonly string[] = [],
  ): Obstacle[] {
    // A named type means something else wherever it is used, and each place is somebody else's to accept.
    const meaning = takesBytes(reader, writer)
      ? meaningObstacles(reader, writer, steps)
      : [];
    const seen = this.walked.get(reader) ?? new Set();
    if (seen.has(writer)) return meaning;
    this.walked.set(reader, seen.add(writer));
    const start = this.beliefs.length;
    this.believe(reader, writer);
    const found = this.inspect(reader, writer, steps, (one, other, step) =>
      this.obstacles(one, other, step),
    );
    this.forgetSince(start);
    return [...found, ...meaning];
  }

  /**
   * Whether there are none but of meaning. A pair that is asked for while it is being answered, or walked, is believed to be
   * readable: it tells its own obstacles. Should it turn out not to be, whatever was believed since is forgotten.
   */
  private reads(reader: AvroNode, writer: AvroNode): boolean {
    const known = this.answers.get(reader)?.get(writer);
    if (known !== undefined) return known;
    const start = this.beliefs.length;
    const answers = this.believe(reader, writer);
    const obstacle = this.inspect(reader, writer, [], (one, other) =>
      this.reads(one, other) ? [] : [typeMismatch(one, other, [])],
    );
    if (obstacle.length === 0) return true;
    this.forgetSince(start);
    answers.set(writer, false);
    return false;
  }

  /** Takes a pair for readable, unless more is known. */
  private believe(reader: AvroNode, writer: AvroNode): Map<AvroNode, boolean> {
    const answers = this.answers.get(reader) ?? new Map<AvroNode, boolean>();
    this.answers.set(reader, answers);
    if (!answers.has(writer)) {
      answers.set(writer, true);
      this.beliefs.push([reader, writer]);
    }
    return answers;
  }

  private forgetSince(start: number): void {
    for (const [reader, writer] of this.beliefs.splice(start)) {
      this.answers.get(reader)?.delete(writer);
    }
  }

  private inspect(
    reader: AvroNode,
    writer: AvroNode,
    steps: readonly string[],
    within: (
      reader: AvroNode,
      writer: AvroNode,
      steps: readonly string[],
    ) => Obstacle[],
  ): Obstacle[] {
    if (writer.kind === 'union') {
      return writer.branches.flatMap(branch => {
        if (reader.kind !== 'union') return within(reader, branch, steps);
        const own = this.branchFor(branch, reader.branches);
        if (own) return within(own, branch, steps);
        return [missingBranch(reader, branch, steps)];
      });
    }
    if (reader.kind === 'union') {
      const own = this.branchFor(writer, reader.branches);
      return own
        ? within(own, writer, steps)
        : [missingBranch(reader, writer, steps)];
    }
    if (reader.kind === 'primitive' && writer.kind === 'primitive') {
      return takes(reader.type, writer.type)
        ? []
        : [typeMismatch(reader, writer, steps)];
    }
    if (
      (reader.kind === 'array' && writer.kind === 'array') ||
      (reader.kind === 'map' && writer.kind === 'map')
    ) {
      return within(reader.items, writer.items, [...steps, '*']);
    }
    if (reader.kind === 'fixed' && writer.kind === 'fixed') {
      const found = nameObstacles(reader, writer, steps);
      if (reader.size === writer.size) return found;
      return [
        ...found,
        {
          ...typeMismatch(reader, writer, steps),
          reason: 'fixed-size-mismatch',
          readerPointer: `${reader.pointer}/size`,
          writerPointer: `${writer.pointer}/size`,
        },
      ];
    }
    if (reader.kind === 'enum' && writer.kind === 'enum') {
      return [
        ...nameObstacles(reader, writer, steps),
        ...symbolObstacles(reader, writer, steps),
      ];
    }
    if (reader.kind === 'record' && writer.kind === 'record') {
      return [
        ...nameObstacles(reader, writer, steps),
        ...reader.fields.flatMap(field => {
          const from = writerField(field, writer.fields);
          const inner = [...steps, field.name];
          if (from) return within(field.type, from.type, inner);
          return field.hasDefault ? [] : [missingDefault(field, writer, inner)];
        }),
      ];
    }
    return [typeMismatch(reader, writer, steps)];
  }

  /** The branch of a reader's union that reads a writer: rather one of the same type than one that takes it for another. */
  private branchFor(
    writer: AvroNode,
    branches: readonly AvroNode[],
  ): AvroNode | undefined {
    const reads = (branch: AvroNode) => this.reads(branch, writer);
    return (
      branches.find(branch => isSameType(branch, writer) && reads(branch)) ??
      branches.find(reads)
    );
  }
}

function isSameType(one: AvroNode, other: AvroNode): boolean {
  return one.kind === 'primitive' && other.kind === 'primitive'
    ? one.type === other.type
    : one.kind === other.kind;
}

/** Whether a reader takes a writer's bytes for values of its own type, whatever is to be said of their parts. */
function takesBytes(reader: AvroNode, writer: AvroNode): boolean {
  if (reader.kind === 'primitive' && writer.kind === 'primitive')
    return takes(reader.type, writer.type);
  if (reader.kind === 'fixed' && writer.kind === 'fixed')
    return reader.size === writer.size;
  return reader.kind === writer.kind;
}

function takes(reader: string, writer: string): boolean {
  return reader === writer || (PROMOTIONS[reader]?.includes(writer) ?? false);
}

function writerField(
  field: AvroField,
  fields: readonly AvroField[],
): AvroField | undefined {
  return [field.name, ...field.aliases]
    .map(name => fields.find(one => one.name === name))
    .find(one => one !== undefined);
}

type NamedNode = Extract<AvroNode, { fullName: string }>;

function nameObstacles(
  reader: NamedNode,
  writer: NamedNode,
  steps: readonly string[],
): Obstacle[] {
  if (reader.name === writer.name || reader.aliases.includes(writer.name))
    return [];
  return [
    {
      ...typeMismatch(reader, writer, steps),
      reason: 'name-mismatch',
      readerPointer: `${reader.pointer}/name`,
      writerPointer: `${writer.pointer}/name`,
    },
  ];
}

function symbolObstacles(
  reader: Extract<AvroNode, { kind: 'enum' }>,
  writer: Extract<AvroNode, { kind: 'enum' }>,
  steps: readonly string[],
): Obstacle[] {
  const known = new Set(reader.symbols);
  if (reader.fallback !== undefined && known.has(reader.fallback)) return [];
  return writer.symbols
    .filter(symbol => !known.has(symbol))
    .map(symbol => ({
      ...typeMismatch(reader, writer, steps),
      reason: 'missing-enum-symbols',
      readerPointer: `${reader.pointer}/symbols`,
      writerPointer: `${writer.pointer}/symbols`,
      symbol,
    }));
}

function typeMismatch(
  reader: AvroNode,
  writer: AvroNode,
  steps: readonly string[],
): Obstacle {
  return {
    reason: 'type-mismatch',
    reader,
    writer,
    readerPointer: reader.pointer,
    writerPointer: writer.pointer,
    steps,
  };
}

function missingBranch(
  reader: AvroNode,
  writer: AvroNode,
  steps: readonly string[],
): Obstacle {
  return {
    ...typeMismatch(reader, writer, steps),
    reason: 'missing-union-branch',
  };
}

function missingDefault(
  reader: AvroField,
  writer: AvroNode,
  steps: readonly string[],
): Obstacle {
  return {
    reason: 'reader-field-missing-default-value',
    reader,
    writer,
    readerPointer: reader.pointer,
    writerPointer: writer.pointer,
    steps,
  };
}
