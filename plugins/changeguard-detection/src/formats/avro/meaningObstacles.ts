import { AvroNode } from './AvroNode';
import { LogicalType } from './LogicalType';
import { MeaningReason, Obstacle } from './Obstacle';

/**
 * What stands between a reader and a writer whose bytes it reads: values that mean something else to it. The specification says so of decimals
 * alone, which match if their scales and precisions do; of others it says nothing, and implementations take the reader's word.
 */
export function meaningObstacles(
  reader: AvroNode,
  writer: AvroNode,
  steps: readonly string[],
): Obstacle[] {
  const read = logicalTypeIn(reader);
  const written = logicalTypeIn(writer);
  if (read?.words === written?.words) return [];
  return [
    {
      reason: reasonOf(read, written),
      reader,
      writer,
      readerPointer: read?.pointer ?? reader.pointer,
      writerPointer: written?.pointer ?? writer.pointer,
      steps,
    },
  ];
}

function logicalTypeIn(node: AvroNode): LogicalType | undefined {
  return 'logicalType' in node ? node.logicalType : undefined;
}

function reasonOf(
  read: LogicalType | undefined,
  written: LogicalType | undefined,
): MeaningReason {
  if (!read?.isStandard || !written?.isStandard) {
    return 'logical-type-undeclared';
  }
  return read.name === written.name
    ? 'decimal-mismatch'
    : 'logical-type-mismatch';
}
