import { acceptFinding } from './acceptFinding';
import { addComment } from './addComment';
import { answerForConsumer } from './answerForConsumer';
import { checkDefinition } from './checkDefinition';
import { compareNow } from './compareNow';
import { deleteComment } from './deleteComment';
import { deleteDraft } from './deleteDraft';
import { deleteSubscription } from './deleteSubscription';
import { diffRevisions } from './diffRevisions';
import { editComment } from './editComment';
import { eraseAudit } from './eraseAudit';
import { getAuditChain } from './getAuditChain';
import { getDeliverySummary } from './getDeliverySummary';
import { getHealth } from './getHealth';
import { getPreferences } from './getPreferences';
import { getRevision } from './getRevision';
import { getSchemaChange } from './getSchemaChange';
import { getSubscription } from './getSubscription';
import { getUnreadCount } from './getUnreadCount';
import { listAcceptances } from './listAcceptances';
import { listAudit } from './listAudit';
import { listChangeAudit } from './listChangeAudit';
import { listComments } from './listComments';
import { listConsumers } from './listConsumers';
import { listDeliveries } from './listDeliveries';
import { listFailingEvents } from './listFailingEvents';
import { listNotifications } from './listNotifications';
import { listRevisions } from './listRevisions';
import { listSchemaChanges } from './listSchemaChanges';
import { previewAudience } from './previewAudience';
import { publishRevision } from './publishRevision';
import { readAllNotifications } from './readAllNotifications';
import { readNotification } from './readNotification';
import { recordSchemaChange } from './recordSchemaChange';
import { replayDeliveries } from './replayDeliveries';
import { replayDelivery } from './replayDelivery';
import { revokeAcceptance } from './revokeAcceptance';
import { ServiceDeps } from './ServiceDeps';
import { setPreferences } from './setPreferences';
import { setSubscription } from './setSubscription';
import { skipEvent } from './skipEvent';
import { updateSchemaChange } from './updateSchemaChange';
import { UseCases } from './UseCase';
import { verifyAudit } from './verifyAudit';

/** What ChangeGuard can do, one use case per operation of the API. */
export function createUseCases(deps: ServiceDeps): UseCases {
  return {
    recordSchemaChange: recordSchemaChange(deps),
    listSchemaChanges: listSchemaChanges(deps),
    getSchemaChange: getSchemaChange(deps),
    updateSchemaChange: updateSchemaChange(deps),
    deleteSchemaChange: deleteDraft(deps),
    listComments: listComments(deps),
    addComment: addComment(deps),
    editComment: editComment(deps),
    deleteComment: deleteComment(deps),
    listConsumers: listConsumers(deps),
    answerForConsumer: answerForConsumer(deps),
    listChangeAudit: listChangeAudit(deps),
    listAudit: listAudit(deps),
    getAuditChain: getAuditChain(deps),
    verifyAudit: verifyAudit(deps),
    eraseAudit: eraseAudit(deps),
    listNotifications: listNotifications(deps),
    getUnreadCount: getUnreadCount(deps),
    readNotification: readNotification(deps),
    readAllNotifications: readAllNotifications(deps),
    getPreferences: getPreferences(deps),
    setPreferences: setPreferences(deps),
    getSubscription: getSubscription(deps),
    setSubscription: setSubscription(deps),
    deleteSubscription: deleteSubscription(deps),
    previewAudience: previewAudience(deps),
    listDeliveries: listDeliveries(deps),
    getDeliverySummary: getDeliverySummary(deps),
    listFailingEvents: listFailingEvents(deps),
    skipEvent: skipEvent(deps),
    replayDelivery: replayDelivery(deps),
    replayDeliveries: replayDeliveries(deps),
    acceptFinding: acceptFinding(deps),
    checkDefinition: checkDefinition(deps),
    compareNow: compareNow(deps),
    diffRevisions: diffRevisions(deps),
    getRevision: getRevision(deps),
    listAcceptances: listAcceptances(deps),
    listRevisions: listRevisions(deps),
    publishRevision: publishRevision(deps),
    revokeAcceptance: revokeAcceptance(deps),
    getHealth: getHealth(deps),
  };
}
