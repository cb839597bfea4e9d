import { DefinitionCheckResult } from '@changeguard/backstage-plugin-changeguard-common';
import { RuleLevels } from '@changeguard/backstage-plugin-changeguard-detection/rules';
import { failureInWords } from '../failureInWords';
import { Portal } from '../portal/Portal';
import { CheckReport } from './CheckReport';
import { failedReport } from './failedReport';
import { Definition } from './readDefinition';

/** Asks the portal to compare a file with an entity's latest revision, or with a base; nothing is stored there. */
export async function checkInPortal(options: {
  portal: Portal;
  revision: Definition;
  entityRef: string;
  base?: Definition;
  format?: string;
  levels?: RuleLevels;
}): Promise<CheckReport> {
  const { portal, revision, entityRef, base, format, levels } = options;
  const about = { file: revision.path, entityRef };
  const body = {
    entityRef,
    format,
    revision: revision.text,
    base: base?.text,
    levels,
  };
  let answer: DefinitionCheckResult;
  try {
    answer = await portal.call('checkDefinition', { body });
  } catch (error) {
    return failedReport(
      { ...about, base: base?.name ?? null, format: format ?? null },
      {
        ...{ reason: 'no-answer', which: null, line: null },
        message: failureInWords(error),
      },
    );
  }
  const { base: stored, ...result } = answer;
  return {
    ...result,
    ...about,
    base: base?.name ?? nameOf(stored, entityRef),
    announceLink:
      answer.passes || answer.failure
        ? undefined
        : portal.announcePage(entityRef),
    // Of a portal that is older than this command there are none.
    hints: result.hints ?? [],
    findings: result.findings.map(finding => ({
      ...finding,
      accepted: finding.accepted && {
        ...finding.accepted,
        link: portal.pageOf(finding.accepted.link),
      },
    })),
  };
}

function nameOf(
  stored: DefinitionCheckResult['base'],
  entityRef: string,
): string | null {
  if (!stored) return null;
  const day = stored.at.slice(0, 10);
  return stored.version
    ? `${entityRef}, version ${stored.version} of ${day}`
    : `${entityRef} as of ${day}`;
}
