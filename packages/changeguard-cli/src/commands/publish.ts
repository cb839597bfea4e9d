import { randomUUID } from 'crypto';
import { definitionPlace } from '../check/DefinitionPlace';
import { readDefinition } from '../check/readDefinition';
import { exitCodes } from '../exitCodes';
import { observationInWords } from '../output/observationInWords';
import { portalOf, portalOptions, portalUsage } from '../portal/portalOptions';
import { UsageError } from '../UsageError';
import { Command } from './Command';
import { entityRefOf } from './entityRef';
import { definitionOptions, jsonOption, parseCommand } from './parseCommand';

const usage = `Usage: changeguard publish <file> --entity <ref> [options]

Tells the portal what an entity's definition is from now on. What breaks becomes a change, or part of the one that is open.

  --entity REF        the catalog entity, such as api:default/payments
  --format FORMAT     Default: the entity's
  --definition-version VERSION
                      what you call this version
  --commit COMMIT     the commit it was made from
  --source-url URL    where it was made, such as the pipeline's page
  --json              writes the answer as JSON
${portalUsage}

Ends with 0 when it was published, 2 when the command was not understood, 3 when it could not be published,
or is stored and could not be compared.`;

/** `changeguard publish`. */
export const publish: Command = {
  summary: "tell the portal an entity's new definition",
  usage,
  async run(args, terminal) {
    const { file, values } = parseCommand(args, 'file', {
      ...portalOptions,
      ...definitionOptions,
      'definition-version': { type: 'string' },
      commit: { type: 'string' },
      'source-url': { type: 'string' },
      ...jsonOption,
    });
    if (!values.entity) throw new UsageError('Name the entity with --entity.');
    const entityRef = entityRefOf(values.entity);
    const portal = portalOf(values);
    const read = await readDefinition(definitionPlace(file));
    if (read.outcome === 'failed') {
      throw new Error(`${file} could not be read: ${read.failure.message}`);
    }
    const body = {
      entityRef,
      definition: read.value.text,
      format: values.format,
      version: values['definition-version'],
      commit: values.commit,
      url: values['source-url'],
    };
    const observation = await portal.call('publishRevision', {
      body,
      // Of this publication, for its retries: the same text may be published again after another one, and is then a step back.
      idempotencyKey: randomUUID(),
    });
    terminal.out(
      values.json
        ? JSON.stringify(observation, null, 2)
        : observationInWords(observation, entityRef, path =>
            portal.pageOf(path),
          ),
    );
    return observation.failure ? exitCodes.failed : exitCodes.fine;
  },
};
