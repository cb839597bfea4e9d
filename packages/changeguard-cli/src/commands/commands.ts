import { auditVerify } from './auditVerify';
import { Command } from './Command';

/** Every command by its words. */
export const commands: Record<string, Command> = {
  'audit verify': auditVerify,
};
