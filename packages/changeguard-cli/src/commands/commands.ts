import { auditVerify } from './auditVerify';
import { check } from './check';
import { Command } from './Command';
import { publish } from './publish';

/** Every command by its words. */
export const commands: Record<string, Command> = {
  check,
  publish,
  'audit verify': auditVerify,
};
