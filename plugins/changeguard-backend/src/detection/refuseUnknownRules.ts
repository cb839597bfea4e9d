import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { RuleLevels } from '@changeguard/backstage-plugin-changeguard-common';
import { readLevels } from '@changeguard/backstage-plugin-changeguard-detection/rules';
import { ChangeGuardFormat } from '@changeguard/backstage-plugin-changeguard-node';

/**
 * A level for a rule that does not exist changes nothing, and whoever wrote it thinks it does: the portal does not start. Rules of
 * formats that modules add are known to threads only, so that with such a module it is said and no more.
 *
 * @throws InputError - that names the key and the rules that are close.
 */
export function refuseUnknownRules(
  levels: RuleLevels,
  deps: {
    formats: readonly ChangeGuardFormat[];
    logger: Pick<LoggerService, 'warn'>;
  },
): void {
  const read = readLevels(levels);
  if (read.outcome === 'valid') return;
  const why = read.problems.map(({ message }) => message).join(' ');
  const sentence = `The configuration 'changeguard.detection.levels' names rules that do not exist. ${why}`;
  if (deps.formats.length === 0) throw new InputError(sentence);
  deps.logger.warn(`${sentence} They may be rules of a module's format.`);
}
