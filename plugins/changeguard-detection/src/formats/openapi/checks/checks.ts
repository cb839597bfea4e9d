import { DefinitionCheck, OperationCheck, PathCheck } from '../Context';
import { checkCallbacks } from './checkCallbacks';
import { checkComponents } from './checkComponents';
import { checkDeprecation } from './checkDeprecation';
import { checkEffectiveSecurity } from './checkEffectiveSecurity';
import { checkEndpoints } from './checkEndpoints';
import { checkOperationNames } from './checkOperationNames';
import { checkParameters } from './checkParameters';
import { checkRequestBody } from './checkRequestBody';
import { checkResponses } from './checkResponses';
import { checkGlobalSecurity, checkSecurity } from './checkSecurity';
import { checkWebhooks } from './checkWebhooks';

/** What is looked at in the whole definition. */
export const definitionChecks: readonly DefinitionCheck[] = [
  checkGlobalSecurity,
  checkComponents,
  checkWebhooks,
];

/** What is looked at in every path. */
export const pathChecks: readonly PathCheck[] = [checkEndpoints];

/** What is looked at in every operation that is in both versions. */
export const operationChecks: readonly OperationCheck[] = [
  checkDeprecation,
  checkOperationNames,
  checkSecurity,
  checkEffectiveSecurity,
  checkParameters,
  checkRequestBody,
  checkResponses,
  checkCallbacks,
];
