import { Format } from './Format';
import { asyncApi } from './formats/asyncapi';
import { avro } from './formats/avro';
import { graphql } from './formats/graphql';
import { jsonSchema } from './formats/json-schema';
import { openApi } from './formats/openapi';
import { protobuf } from './formats/protobuf';
import { sql } from './formats/sql';

/** The formats that can be compared, by their id. @public */
export const formats: ReadonlyMap<string, Format> = new Map(
  (
    [asyncApi, avro, graphql, jsonSchema, openApi, protobuf, sql] as Format[]
  ).map(format => [format.id, format]),
);
