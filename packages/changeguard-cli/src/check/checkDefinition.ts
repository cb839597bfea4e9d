import { Portal } from '../portal/Portal';
import { UsageError } from '../UsageError';
import { checkInPortal } from './checkInPortal';
import { checkOffline } from './checkOffline';
import { CheckFailure, CheckReport } from './CheckReport';
import { DefinitionPlace, placeInWords } from './DefinitionPlace';
import { failedReport } from './failedReport';
import { Definition, readDefinition } from './readDefinition';
import { ReadingFailure } from './Reading';
import { readLevelsFile } from './readLevelsFile';
import { tellFormat } from './tellFormat';

/** What to check, and by whom. */
interface DefinitionCheck {
  place: DefinitionPlace;
  base?: DefinitionPlace;
  format?: string;
  /** Names the file that has levels of rules. */
  levelsFile?: string;
  /** How long comparing may take here. */
  timeoutMs: number;
  /** Whom to ask of which entity; where nobody is asked, the base is needed. */
  asked?: { portal: Portal; entityRef: string };
}

/**
 * Reads what is to be compared and has it compared. What cannot be read, is no text or of no format, and a portal that does not help, are
 * reports as well: who keeps reports learns from them alone what went wrong.
 *
 * @throws UsageError - when there is nothing to compare with, or levels are none
 */
export async function checkDefinition({
  place,
  base: basePlace,
  format,
  levelsFile,
  asked,
  timeoutMs,
}: DefinitionCheck): Promise<CheckReport> {
  if (!asked && !basePlace) {
    throw new UsageError('Name what to compare with: --entity or --base.');
  }
  const failed = (which: CheckFailure['which'], failure: ReadingFailure) =>
    failedReport(
      {
        file: place.path,
        entityRef: asked?.entityRef ?? null,
        base: basePlace ? placeInWords(basePlace) : null,
        format: format ?? null,
      },
      { ...failure, which, line: null },
    );

  const readLevels = await readLevelsFile(levelsFile, format);
  if (readLevels.outcome === 'failed') return failed(null, readLevels.failure);
  const levels = readLevels.value;
  const read = await readDefinition(place);
  if (read.outcome === 'failed') return failed('revision', read.failure);
  const revision = read.value;
  const readBase = basePlace && (await readDefinition(basePlace));
  if (readBase?.outcome === 'failed') return failed('base', readBase.failure);
  const base = readBase?.value;

  if (asked) {
    return withoutFolderLines(
      { revision, base },
      await checkInPortal({ ...asked, revision, base, format, levels }),
    );
  }
  const told = tellFormat(revision, format);
  if (told.outcome === 'failed') return failed('revision', told.failure);
  return withoutFolderLines(
    { revision, base },
    await checkOffline({
      ...{ revision, base: base!, format: told.format },
      ...{ levels, timeoutMs },
    }),
  );
}

/**
 * Of a folder lines say nothing, since they are those of one file of it. What the portal keeps is taken to be what it is compared with: a
 * folder as well, or a file.
 */
function withoutFolderLines(
  { revision, base = revision }: { revision: Definition; base?: Definition },
  report: CheckReport,
): CheckReport {
  const failed = report.failure?.which === 'base' ? base : revision;
  return {
    ...report,
    failure: report.failure && {
      ...report.failure,
      line: failed.isFolder ? null : report.failure.line,
    },
    findings: report.findings.map(finding => ({
      ...finding,
      beforeRange: base.isFolder ? null : finding.beforeRange,
      afterRange: revision.isFolder ? null : finding.afterRange,
    })),
  };
}
