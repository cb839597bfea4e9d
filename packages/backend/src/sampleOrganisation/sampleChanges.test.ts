import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  answerSchema,
  commentInputSchema,
  recordSchemaChangeSchema,
} from '@changeguard/backstage-plugin-changeguard-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { readEntities } from './readEntities';

type Step = {
  by: string;
  comment?: string;
  answer?: string;
  for?: string;
  note?: string;
  move?: string;
};
type SampleChange = {
  key: string;
  by: string;
  change: { entityRef: string; title: string; status?: string };
  then?: Step[];
};

const folder = resolvePackagePath('backend', 'sample-organisation');
const samples = load(
  readFileSync(join(folder, 'changes.yaml'), 'utf8'),
) as SampleChange[];

describe('the sample changes', () => {
  let entities: Entity[];
  const named = (ref: string) =>
    entities.find(entity => stringifyEntityRef(entity) === ref);

  /** Whether a person is an owner, or a member of the owning team or of one of its squads. */
  function speaksFor(person: string, entityRef: string): boolean {
    const owner = String(named(entityRef)?.spec?.owner);
    const team = named(`group:default/${owner}`);
    const groups = [owner, ...((team?.spec?.children ?? []) as string[])];
    const memberOf = named(`user:default/${person}`)?.spec
      ?.memberOf as string[];
    return (
      owner === `user:${person}` || memberOf.some(name => groups.includes(name))
    );
  }

  beforeAll(async () => {
    entities = await readEntities(folder);
  });

  it('are in every state', () => {
    const ends = samples.map(
      ({ change, then = [] }) =>
        then.filter(step => step.move).pop()?.move ??
        change.status ??
        'announced',
    );
    expect(new Set(ends)).toEqual(
      new Set(['draft', 'announced', 'released', 'resolved', 'withdrawn']),
    );
  });

  it.each(samples.map(sample => [sample.key, sample] as const))(
    '%s is what the API takes, by people who may say so',
    (_key, { by, change, then = [] }) => {
      expect(recordSchemaChangeSchema.safeParse(change).error).toBeUndefined();
      expect(speaksFor(by, change.entityRef)).toBe(true);

      const comments = then.flatMap(({ comment }) => comment ?? []);
      const answers = then.filter(step => step.answer);
      const moves = then.filter(step => step.move);
      expect(then).toHaveLength(
        comments.length + answers.length + moves.length,
      );
      for (const body of comments) {
        commentInputSchema.parse({ body });
      }
      for (const { answer: state, note } of answers) {
        answerSchema.parse({ state, note });
      }
      expect(then.filter(step => !named(`user:default/${step.by}`))).toEqual(
        [],
      );
      expect(answers.filter(step => !speaksFor(step.by, step.for!))).toEqual(
        [],
      );
      expect(
        moves.filter(step => !speaksFor(step.by, change.entityRef)),
      ).toEqual([]);
    },
  );

  it('leave Carol alone, so that her pages show what nothing looks like', () => {
    for (const { by, change, then = [] } of samples) {
      expect(named(change.entityRef)?.spec?.owner).not.toBe(
        'team-people-systems',
      );
      expect([by, ...then.map(step => step.by)]).not.toContain('carol');
    }
  });
});
