import { parseEntityRef } from '@backstage/catalog-model';
import { OpenMention } from './mentionAt';

/** How a mention of an entity is written: `@bob` for a user of the default namespace, in full for everybody else. */
export function writtenMention(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return kind.toLocaleLowerCase('en-US') === 'user' && namespace === 'default'
    ? `@${name}`
    : `@${kind}:${namespace}/${name}`;
}

/** Puts a mention where one was being written; answers the text and where the caret goes. */
export function insertMention(
  text: string,
  caret: number,
  mention: OpenMention,
  entityRef: string,
): { text: string; caret: number } {
  const before = `${text.slice(0, mention.start)}${writtenMention(entityRef)} `;
  return {
    text: before + text.slice(caret).replace(/^ /, ''),
    caret: before.length,
  };
}
