import type {
  Acceptance,
  DefinitionComparison,
  DetectedFinding,
  Revision,
} from '@changeguard/backstage-plugin-changeguard-common';
import type { StubbedOperations } from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { besideEachOther, definitions, detected } from './sampleDefinitions';

const entityRef = 'api:default/orders-api';
const DAY = 86_400_000;
const idOf = (index: number) => `00000000-0000-7000-9000-00000000000${index}`;

const comparisons: Revision['comparison'][] = [
  null,
  {
    outcome: 'compared',
    verdict: 'non-breaking',
    breaking: 0,
    dangerous: 0,
    nonBreaking: 1,
    failure: null,
  },
  {
    outcome: 'compared',
    verdict: 'breaking',
    breaking: detected.length,
    dangerous: 0,
    nonBreaking: 0,
    failure: null,
  },
  {
    outcome: 'failed',
    verdict: 'unknown',
    breaking: 0,
    dangerous: 0,
    nonBreaking: 0,
    failure: {
      reason: 'timed-out',
      which: null,
      message: 'Comparing took longer than 30 seconds.',
      line: null,
    },
  },
];

const samples: Revision[] = definitions
  .map(
    (text, index): Revision => ({
      id: idOf(index),
      entityRef,
      format: 'openapi',
      version: ['1.0', '1.1', '2.0', '2.1'][index],
      hash: `${index}a`.repeat(32),
      bytes: text.length,
      source: index === 0 ? 'catalog' : 'ci',
      broughtBy: index === 0 ? 'system:detection' : 'user:default/guest',
      at: new Date(Date.now() - (40 - index * 13) * DAY).toISOString(),
      commit: index === 0 ? null : `4c1e07${index}`,
      url: null,
      previousId: index === 0 ? null : idOf(index - 1),
      comparison: comparisons[index],
      changeId: null,
      comparable: comparisons[index]?.outcome !== 'failed',
      textKept: true,
    }),
  )
  .reverse();

const changelog = `### Breaking\n\n- GET /orders/{id}: ${detected[0].message}`;

/** Revisions of the orders API, what one of them breaks, and findings and a baseline that one decides on until the page is reloaded. */
export function createDetection(): StubbedOperations {
  let revisions = samples;
  let acceptances: Acceptance[] = [];

  const compare = (): DefinitionComparison => {
    const acceptedOf = ({ fingerprint }: DetectedFinding) =>
      acceptances.find(one => one.fingerprint === fingerprint);
    return {
      outcome: 'compared',
      verdict: 'breaking',
      findings: detected.map(finding => {
        const { id } = acceptedOf(finding) ?? {};
        return {
          ...finding,
          accepted: id ? { by: 'acceptance', id, link: '/changeguard' } : null,
        };
      }),
      findingCount: detected.length,
      reasons: [],
      failure: null,
    };
  };
  const find = (id: string | undefined) =>
    revisions.find(one => one.id === id) ?? revisions[0];
  const baseline = () =>
    revisions.find(({ comparable }) => comparable) ?? revisions[0];

  const accept = (
    fingerprint: string,
    body: { reason: string; until?: string | null },
  ): Acceptance => {
    const { rule, severity, pointer, operation, message } = detected.find(
      one => one.fingerprint === fingerprint,
    )!;
    const acceptance: Acceptance = {
      id: idOf(9 - acceptances.length),
      entityRef,
      fingerprint,
      format: 'openapi',
      rule,
      severity,
      pointer,
      operation,
      message,
      reason: body.reason,
      acceptedBy: 'user:default/guest',
      acceptedAt: new Date().toISOString(),
      until: body.until ?? null,
      holds: true,
    };
    acceptances = [acceptance, ...acceptances];
    return acceptance;
  };

  return {
    checkDefinition: ({ body }) => {
      const { id: revisionId, version, at } = baseline();
      return {
        ...compare(),
        passes: acceptances.length === detected.length,
        format: body.format ?? 'openapi',
        base: body.entityRef ? { revisionId, version, at } : null,
        hints: [],
      };
    },
    listRevisions: () => ({ items: revisions, nextCursor: null }),
    getRevision: ({ params }) => {
      const revision = find(params.id);
      return {
        ...revision,
        definition:
          definitions[definitions.length - 1 - revisions.indexOf(revision)],
        difference: revision.previousId ? { ...compare(), changelog } : null,
      };
    },
    diffRevisions: ({ query }) => ({
      ...compare(),
      from: find(query?.from),
      to: find(query?.to),
      changelog,
      sideBySide: besideEachOther,
    }),
    compareNow: () => ({
      outcome: 'unchanged',
      verdict: 'unchanged',
      revision: revisions[0],
      change: null,
      failure: null,
      hints: [],
    }),
    setBaseline: ({ body }) => {
      revisions = revisions.map(one =>
        one.id === body.revisionId ? { ...one, comparable: true } : one,
      );
      return find(body.revisionId);
    },
    listAcceptances: () => ({ items: acceptances, nextCursor: null }),
    acceptFindings: ({ body }) => ({
      items: body.fingerprints.map(fingerprint => accept(fingerprint, body)),
    }),
    acceptFinding: ({ params, body }) => accept(params.fingerprint, body),
    revokeAcceptance: ({ params }) => {
      acceptances = acceptances.filter(
        ({ fingerprint }) => fingerprint !== params.fingerprint,
      );
    },
    revokeAcceptances: ({ body }) => {
      acceptances = acceptances.filter(
        ({ fingerprint }) => !body.fingerprints.includes(fingerprint),
      );
    },
  };
}
