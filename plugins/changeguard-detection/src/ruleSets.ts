import { asyncApiRuleSet } from './formats/asyncapi/ruleSet';
import { avroRuleSet } from './formats/avro/ruleSet';
import { graphqlRuleSet } from './formats/graphql/ruleSet';
import { jsonSchemaRuleSet } from './formats/json-schema/ruleSet';
import { openApiRuleSet } from './formats/openapi/ruleSet';
import { protobufRuleSet } from './formats/protobuf/ruleSet';
import { sqlRuleSet } from './formats/sql/ruleSet';
import { RuleSet } from './RuleSet';

/** What the formats are judged by, by the format's id: without the engines and what these parse with. @public */
export const ruleSets: ReadonlyMap<string, RuleSet> = new Map(
  [
    asyncApiRuleSet,
    avroRuleSet,
    graphqlRuleSet,
    jsonSchemaRuleSet,
    openApiRuleSet,
    protobufRuleSet,
    sqlRuleSet,
  ].map(ruleSet => [ruleSet.id, ruleSet]),
);
