import { Located } from '../../../schema-comparison/ApiDocument';
import { Context } from '../Context';
import { Channel, Definition, Operation } from '../model/Definition';
import { labelOf } from '../model/labelOf';
import { SIDES } from '../model/sides';

/** The values that parameters of an address may have. */
export function checkParameters(
  old: Operation,
  now: Operation,
  context: Context,
): void {
  if (!old.channel || !now.channel) return;
  const before = schemasOf(context.base, old.channel);
  for (const [name, schema] of schemasOf(context.revision, now.channel)) {
    const earlier = before.get(name);
    if (!earlier) continue;
    context.schemas.state(context.pairs.pair(earlier, schema), {
      operation: labelOf(old),
      side: SIDES[old.action],
      identity: `parameter ${name}`,
      details: { part: `the parameter ${name}` },
    });
  }
}

/** AsyncAPI 2 has schemas for parameters; in 3 they are texts with a list of values at most. */
function schemasOf(
  { document }: Definition,
  channel: Channel,
): Map<string, Located> {
  return new Map(
    document
      .children(document.child(channel.located, 'parameters'))
      .map(([name, parameter]) => [
        name,
        document.child(parameter, 'schema') ?? inlineSchema(parameter),
      ]),
  );
}

function inlineSchema({ value, pointer }: Located): Located {
  const { enum: values, default: standard } = value;
  return {
    value: {
      type: 'string',
      ...(values === undefined ? {} : { enum: values }),
      ...(standard === undefined ? {} : { default: standard }),
    },
    pointer,
  };
}
