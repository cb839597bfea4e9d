import { ruleSets } from '@changeguard/backstage-plugin-changeguard-detection/rules';
import { checkDefinition } from '../check/checkDefinition';
import { CheckReport } from '../check/CheckReport';
import { definitionPlace } from '../check/DefinitionPlace';
import { ExitCode, exitCodes } from '../exitCodes';
import { verdictInWords } from '../output/inWords';
import { logOutputs, outputs } from '../output/outputs';
import {
  patienceOf,
  portalOf,
  portalOptions,
  portalUsage,
} from '../portal/portalOptions';
import { UsageError } from '../UsageError';
import { Command } from './Command';
import { entityRefOf } from './entityRef';
import { definitionOptions, parseCommand } from './parseCommand';

const usage = `Usage: changeguard check <file> --entity <ref> [options]
       changeguard check <file> --base <file> [options]

Says what a definition breaks. With --entity the portal compares it with the entity's latest revision (or with --base), and what an owner
accepted or a change announced does not stand in the way. With --base alone it asks nobody. A file is a path, or
git:<revision>:<path>, the file as it is in a revision of git, whatever lies in the folder. A folder stands for the *.sql files in
it: migrations, one after the other.

  --entity REF        the catalog entity, such as api:default/payments
  --base BASE         what to compare with: a file, or the same file in a revision, such as git:origin/main
  --format FORMAT     ${[...ruleSets.keys()].join(
    ', ',
  )}. Default: the entity's, or what the text looks like
  --levels FILE       YAML or JSON: rules by their id, each breaking, dangerous, non-breaking or muted
  --output OUTPUT     ${Object.keys(outputs).join(', ')}. Default: text
  --strict            ends with 3, too, when only a part could be compared
${portalUsage}

Ends with 0 when nothing breaks that is not announced or accepted, 1 when something does, 2 when the command was not understood, 3 when it
could not be compared.`;

/** `changeguard check`. */
export const check: Command = {
  summary: 'say what a definition breaks',
  usage,
  async run(args, terminal) {
    const { file, values } = parseCommand(args, 'file', {
      ...portalOptions,
      ...definitionOptions,
      base: { type: 'string' },
      levels: { type: 'string' },
      output: { type: 'string', default: 'text' },
      strict: { type: 'boolean', default: false },
    });
    if (!Object.hasOwn(outputs, values.output)) {
      throw new UsageError(
        `--output is one of ${Object.keys(outputs).join(', ')}.`,
      );
    }
    const report = await reportOn(file, values);
    terminal.out(
      outputs[values.output](report, { colour: terminal.showsColour }),
    );
    // Whoever keeps the report in a file has nothing but this in the log.
    if (report.failure && !logOutputs.has(values.output)) {
      terminal.err(verdictInWords(report));
    }
    return exitCodeOf(report, values.strict);
  },
};

async function reportOn(
  file: string,
  values: Parameters<typeof portalOf>[0] & {
    entity?: string;
    base?: string;
    format?: string;
    levels?: string;
  },
): Promise<CheckReport> {
  const { entity, format } = values;
  const place = definitionPlace(file);
  return checkDefinition({
    place,
    base:
      values.base === undefined
        ? undefined
        : definitionPlace(values.base, place.path),
    format,
    levelsFile: values.levels,
    asked:
      entity === undefined
        ? undefined
        : { portal: portalOf(values), entityRef: entityRefOf(entity) },
    timeoutMs: patienceOf(values),
  });
}

function exitCodeOf(report: CheckReport, strict: boolean): ExitCode {
  if (report.outcome === 'failed') return exitCodes.failed;
  if (!report.passes) return exitCodes.bad;
  return strict && report.outcome === 'partial'
    ? exitCodes.failed
    : exitCodes.fine;
}
