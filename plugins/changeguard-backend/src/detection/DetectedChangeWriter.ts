import {
  Actor,
  FindingInput,
  RevisionSource,
  schemaFormatSchema,
} from '@changeguard/backstage-plugin-changeguard-common';
import { AcceptanceStore } from '../database/AcceptanceStore';
import { EventWriter, RequestOrigin } from '../database/EventWriter';
import { FindingStore } from '../database/FindingStore';
import { SchemaChangeStore } from '../database/SchemaChangeStore';
import { JudgedFinding } from '../database/detectionTables';
import { FindingRow, SchemaChangeRow } from '../database/tables';
import { Transaction } from '../database/UnitOfWork';
import { Clock } from '../ports/Clock';
import { Ids } from '../ports/Ids';
import { ChangeFields, fieldsOf } from '../service/changes/changeFields';
import { findingInputOf } from '../service/changes/findingInputOf';
import { numberedFindings } from '../service/changes/numberedFindings';
import { writeChangedFields } from '../service/changes/writeChangedFields';
import { writeNewChange } from '../service/changes/writeNewChange';
import { JudgedComparison } from './Comparer';
import { decideChange } from './decideChange';
import {
  detectedDescription,
  detectedTitle,
  worstSeverity,
} from './detectedWords';

/** A new revision of an entity, compared with the entity's baseline. */
export interface ComparedRevision {
  entityRef: string;
  ownerRefs: string[];
  format: string;
  source: RevisionSource;
  actor: Actor;
  origin: RequestOrigin;
  revisionId: string;
  baseId: string;
  comparison: JudgedComparison;
  /** The open detected change, locked. */
  open: SchemaChangeRow | undefined;
}

/** Makes the change that a difference asks for, or brings the open one up to date: by the same writers as people's changes. */
export class DetectedChangeWriter {
  constructor(
    private readonly deps: {
      acceptances: AcceptanceStore;
      changeStore: SchemaChangeStore;
      findings: FindingStore;
      events: EventWriter;
      clock: Clock;
      ids: Ids;
      /** As what a new change begins. */
      status: 'draft' | 'announced';
    },
  ) {}

  /** @returns the id of the change that the revision belongs to. */
  async write(
    tx: Transaction,
    revision: ComparedRevision,
  ): Promise<string | null> {
    const { entityRef, comparison, open } = revision;
    const fingerprints = comparison.findings.map(one => one.fingerprint);
    const others = await this.deps.findings.inOtherChanges(
      tx,
      entityRef,
      fingerprints,
      open?.id ?? null,
    );
    const accepted = await this.deps.acceptances.holding(
      tx,
      entityRef,
      fingerprints,
    );
    const rows = open ? await this.deps.findings.ofChange(tx, open.id) : null;
    const decision = decideChange({
      comparison,
      open: rows,
      settled: new Set([...accepted, ...others.keys()]),
    });
    switch (decision.outcome) {
      case 'record':
        return this.record(tx, revision, decision.findings);
      case 'update':
        await this.update(tx, revision, open!, rows!, decision.findings);
        return open!.id;
      case 'reverted':
        await this.change(tx, revision, open!, rows!, {
          fields: fieldsOf(open!, rows!),
          reverted: true,
        });
        return open!.id;
      default:
        return open?.id ?? [...others.values()].pop() ?? null;
    }
  }

  private async record(
    tx: Transaction,
    revision: ComparedRevision,
    found: JudgedFinding[],
  ): Promise<string> {
    const { deps } = this;
    const id = deps.ids.next();
    const inputs = found.map(findingInputOf);
    const format = schemaFormatSchema.safeParse(revision.format);
    const fields: ChangeFields = {
      title: detectedTitle(found),
      description: detectedDescription(found.length),
      format: format.success ? format.data : 'other',
      severity: worstSeverity(found),
      status: deps.status,
      effectiveAt: null,
      sunsetAt: null,
      migrationGuide: null,
      replacement: null,
      findings: inputs,
    };
    await writeNewChange(deps, tx, {
      id,
      entityRef: revision.entityRef,
      ownerRefs: revision.ownerRefs,
      source: revision.source === 'ci' ? 'ci' : 'catalog',
      fields,
      findings: numberedFindings(id, inputs, [], deps.ids),
      actor: revision.actor,
      origin: revision.origin,
      at: deps.clock.now(),
      revisions: { base: revision.baseId, latest: revision.revisionId },
    });
    return id;
  }

  private async update(
    tx: Transaction,
    revision: ComparedRevision,
    open: SchemaChangeRow,
    rows: readonly FindingRow[],
    found: readonly JudgedFinding[],
  ): Promise<void> {
    const fields = fieldsOf(open, rows);
    const isDetected = ({ fingerprint }: FindingInput) => fingerprint !== null;
    const earlier = fields.findings.filter(isDetected);
    const inputs = found.map(findingInputOf);
    const same = sameFindings(earlier, inputs);
    // What people wrote stays; a title that they made their own, too.
    const ownTitle =
      earlier.length === 0 || fields.title !== detectedTitle(earlier);
    await this.change(tx, revision, open, rows, {
      fields: same
        ? fields
        : {
            ...fields,
            title: ownTitle ? fields.title : detectedTitle(found),
            severity: worstSeverity(found),
            findings: [
              ...inputs,
              ...fields.findings.filter(finding => !isDetected(finding)),
            ],
          },
      reverted: false,
    });
  }

  private async change(
    tx: Transaction,
    revision: ComparedRevision,
    open: SchemaChangeRow,
    findings: readonly FindingRow[],
    next: { fields: ChangeFields; reverted: boolean },
  ): Promise<void> {
    await writeChangedFields(this.deps, tx, {
      ...next,
      row: open,
      findings,
      ownerRefs: revision.ownerRefs,
      actor: revision.actor,
      origin: revision.origin,
      reason: null,
      at: this.deps.clock.now(),
    });
    await this.deps.changeStore.sawIn(tx, open.id, revision.revisionId);
  }
}

/** The same facts, however they are ordered and worded. */
function sameFindings(
  one: readonly FindingInput[],
  other: readonly FindingInput[],
): boolean {
  const keys = (findings: readonly FindingInput[]) =>
    findings.map(({ fingerprint, severity }) => `${fingerprint} ${severity}`);
  const left = new Set(keys(one));
  const right = keys(other);
  return left.size === right.length && right.every(key => left.has(key));
}
