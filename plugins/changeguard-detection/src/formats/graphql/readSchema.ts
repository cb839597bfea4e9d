import {
  buildASTSchema,
  DocumentNode,
  GraphQLError,
  GraphQLSchema,
  isExecutableDefinitionNode,
  parse,
} from 'graphql';
import { Budget } from '../../Comparison';
import { TextFailure } from '../../text/TextDocument';
import { completeDocument } from './completeDocument';

type SchemaResult =
  | {
      outcome: 'read';
      schema: GraphQLSchema;
      /** Types and directives (`@key`) that stand in for what is written elsewhere. */
      stubs: ReadonlySet<string>;
      /** The types among them. */
      missing: readonly string[];
    }
  | { outcome: 'failed'; failure: TextFailure };

/** Deeper nesting makes the parser call itself too often. */
const BRACKETS = /[[{(]|[\]})]/g;

/** Reads a schema within a budget. Never throws: what cannot be read is a failure with a sentence. */
export function readSchema(text: string, budget: Budget): SchemaResult {
  if (Buffer.byteLength(text, 'utf8') > budget.bytes) {
    return failed({
      reason: 'too-large',
      message: `The text is larger than ${budget.bytes} bytes; split it or raise the limit.`,
    });
  }
  if (text.trim() === '') {
    return failed({ reason: 'parse-error', message: 'The text is empty.' });
  }
  if (depthOf(text) > budget.depth) {
    return failed({
      reason: 'too-deep',
      message: `The text is nested more than ${budget.depth} levels deep.`,
    });
  }
  try {
    const parsed = parse(text, { maxTokens: budget.nodes });
    const call = parsed.definitions.find(isExecutableDefinitionNode);
    if (call) {
      return failed({
        reason: 'parse-error',
        message: 'The text holds queries; a schema defines types.',
        line: call.loc?.startToken.line,
      });
    }
    const { document, stubs, missing } = completeDocument(parsed);
    const schema = build(document);
    return { outcome: 'read', schema, stubs, missing };
  } catch (error) {
    return failed(explain(error));
  }
}

/** Fields are looked at when they are first asked for; asking here makes an odd type an explained failure. */
function build(document: DocumentNode): GraphQLSchema {
  const schema = buildASTSchema(document);
  for (const type of Object.values(schema.getTypeMap())) {
    if ('getFields' in type) type.getFields();
    if ('getInterfaces' in type) type.getInterfaces();
    if ('getTypes' in type) type.getTypes();
  }
  return schema;
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(BRACKETS)) {
    depth = '[{('.includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function explain(error: unknown): TextFailure {
  if (error instanceof RangeError) {
    return {
      reason: 'too-deep',
      message: 'The schema is nested too deeply to be read.',
    };
  }
  const said = error instanceof Error ? error.message : String(error);
  if (/Document contains more that \d+ tokens/.test(said)) {
    return {
      reason: 'too-large',
      message: 'The schema has more words than can be read; split it.',
    };
  }
  return {
    reason: 'parse-error',
    message: `The text is not a GraphQL schema: ${said
      .slice(0, 300)
      .replace(/\.?$/, '.')}`,
    line:
      error instanceof GraphQLError ? error.locations?.[0]?.line : undefined,
  };
}

function failed(failure: TextFailure): SchemaResult {
  return { outcome: 'failed', failure };
}
