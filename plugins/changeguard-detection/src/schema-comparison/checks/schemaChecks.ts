import { SchemaCheck } from '../SchemaPair';
import { checkAccess } from './checkAccess';
import { checkAdditional } from './checkAdditional';
import { checkApplicators } from './checkApplicators';
import { checkComposition } from './checkComposition';
import { checkConst } from './checkConst';
import { checkDiscriminator } from './checkDiscriminator';
import { checkEnum } from './checkEnum';
import { checkLifecycle } from './checkLifecycle';
import { checkLimits } from './checkLimits';
import { checkMultiples } from './checkMultiples';
import { checkPattern } from './checkPattern';
import { checkProperties } from './checkProperties';
import { checkRequiredOfParts } from './checkRequiredOfParts';
import { checkType } from './checkType';

/** What is looked at in every pair of schemas. */
export const schemaChecks: readonly SchemaCheck[] = [
  checkType,
  checkEnum,
  checkConst,
  checkLimits,
  checkMultiples,
  checkPattern,
  checkProperties,
  checkRequiredOfParts,
  checkAdditional,
  checkComposition,
  checkDiscriminator,
  checkAccess,
  checkApplicators,
  checkLifecycle,
];
