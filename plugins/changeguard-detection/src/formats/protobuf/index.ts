import { Format } from '../../Format';
import { compareProtobuf } from './compare';
import { protobufRuleSet } from './ruleSet';

/** Protobuf and gRPC definitions: one file, or several as a JSON object of path → text. */
export const protobuf: Format = {
  ...protobufRuleSet,
  compare: compareProtobuf,
};
