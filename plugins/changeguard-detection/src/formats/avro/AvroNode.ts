import { LogicalType } from './LogicalType';

/** A schema, with names resolved: types that refer to each other are one graph. */
export type AvroNode =
  | (Bearer & { kind: 'primitive'; type: string })
  | (Bearer & { kind: 'array' | 'map'; items: AvroNode })
  | (Place & { kind: 'union'; branches: AvroNode[] })
  | (Named & { kind: 'fixed'; size: number })
  | (Named & { kind: 'enum'; symbols: string[]; fallback?: string })
  | (Named & { kind: 'record'; fields: AvroField[] });

interface Place {
  /** Where it is written, as a JSON Pointer. */
  pointer: string;
}

/** Whatever is no union can say what its values mean. */
interface Bearer extends Place {
  logicalType?: LogicalType;
}

interface Named extends Bearer {
  /** Without its namespace: readers match by that alone. */
  name: string;
  fullName: string;
  aliases: string[];
}

/** A field of a record. */
export interface AvroField extends Place {
  name: string;
  aliases: string[];
  hasDefault: boolean;
  type: AvroNode;
}

/** What a schema is called in a sentence, which may be a long one. */
export function wordsOf(node: AvroNode): string {
  switch (node.kind) {
    case 'primitive':
      return node.type;
    case 'array':
    case 'map':
      return `${node.kind} of ${shortly(node.items)}`;
    case 'union':
      return `union of ${node.branches.map(shortly).join(', ')}`;
    default:
      return `${node.kind} ${node.name}`;
  }
}

/** What its values are called in a sentence: by what they mean, where it says so. */
export function meaningOf(node: AvroNode): string {
  const logicalType = 'logicalType' in node ? node.logicalType : undefined;
  return logicalType?.words ?? wordsOf(node);
}

function shortly(node: AvroNode): string {
  if (node.kind === 'primitive') return node.type;
  return 'name' in node ? `${node.kind} ${node.name}` : node.kind;
}
