import {
  ChangeGuardEvent,
  changeGuardEventTypes,
} from '@changeguard/backstage-plugin-changeguard-common';
import { AuditLog } from '../database/AuditLog';
import { Transaction } from '../database/UnitOfWork';
import { DirectSubscriber } from './EventSubscriber';

/** Appends one record per event: everything is in the event, and in its outbox row. */
export class AuditSubscriber implements DirectSubscriber {
  readonly id = 'audit';
  readonly types = changeGuardEventTypes;

  constructor(private readonly deps: { auditLog: AuditLog }) {}

  async apply(tx: Transaction, event: ChangeGuardEvent): Promise<void> {
    await this.deps.auditLog.append(tx, event);
  }

  committed(): void {
    this.deps.auditLog.wakeSealer();
  }
}
