import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import {
  consumerResourceRef,
  schemaChangeResourceRef,
} from './schemaChangeResourceRef';

const overlap = (a: string[], b: string[]) => a.some(ref => b.includes(ref));

const isProviderOwner = createPermissionRule({
  name: 'IS_PROVIDER_OWNER',
  description: 'The changed entity is owned by one of the claims',
  resourceRef: schemaChangeResourceRef,
  paramsSchema: z.object({
    claims: z.array(z.string()).describe('Entity refs of owners'),
  }),
  apply: (change, { claims }) => overlap(change.ownerRefs, claims),
  toQuery: ({ claims }) => ({ field: 'owner' as const, values: claims }),
});

const isConsumerOwner = createPermissionRule({
  name: 'IS_CONSUMER_OWNER',
  description: 'An affected consumer is owned by one of the claims',
  resourceRef: schemaChangeResourceRef,
  paramsSchema: z.object({
    claims: z.array(z.string()).describe('Entity refs of owners'),
  }),
  apply: (change, { claims }) => overlap(change.consumerOwnerRefs, claims),
  toQuery: ({ claims }) => ({
    field: 'consumerOwner' as const,
    values: claims,
  }),
});

const isChangeAuthor = createPermissionRule({
  name: 'IS_CHANGE_AUTHOR',
  description: 'The change was recorded by this user',
  resourceRef: schemaChangeResourceRef,
  paramsSchema: z.object({
    userRef: z.string().describe('Entity ref of a user'),
  }),
  apply: (change, { userRef }) => change.createdBy === userRef,
  toQuery: ({ userRef }) => ({
    field: 'createdBy' as const,
    values: [userRef],
  }),
});

const ownsConsumer = createPermissionRule({
  name: 'IS_CONSUMER_OWNER',
  description: 'The affected consumer is owned by one of the claims',
  resourceRef: consumerResourceRef,
  paramsSchema: z.object({
    claims: z.array(z.string()).describe('Entity refs of owners'),
  }),
  apply: (consumer, { claims }) => overlap(consumer.ownerRefs, claims),
  toQuery: ({ claims }) => ({
    field: 'consumerOwner' as const,
    values: claims,
  }),
});

/** Rules for conditional decisions about schema changes. @public */
export const schemaChangeRules = {
  isProviderOwner,
  isConsumerOwner,
  isChangeAuthor,
};

/** Rules for conditional decisions about affected consumers. @public */
export const consumerRules = { isConsumerOwner: ownsConsumer };

const changeExports = createConditionExports({
  resourceRef: schemaChangeResourceRef,
  rules: schemaChangeRules,
});

const consumerExports = createConditionExports({
  resourceRef: consumerResourceRef,
  rules: consumerRules,
});

/** Conditions for a policy to build decisions about schema changes from. @public */
export const schemaChangeConditions = changeExports.conditions;
/** Makes a conditional decision about schema changes. @public */
export const createSchemaChangeConditionalDecision =
  changeExports.createConditionalDecision;
/** Conditions for a policy to build decisions about answering from. @public */
export const consumerConditions = consumerExports.conditions;
/** Makes a conditional decision about answering. @public */
export const createConsumerConditionalDecision =
  consumerExports.createConditionalDecision;
