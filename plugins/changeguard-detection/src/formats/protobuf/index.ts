import { Format } from '../../Format';
import { compareProtobuf } from './compare';
import { protobufRules } from './rules';

/** Protobuf and gRPC definitions: one file, or several as a JSON object of path → text. */
export const protobuf: Format = {
  id: 'protobuf',
  version: '1',
  compare: compareProtobuf,
  rules: protobufRules,
};
