import { acceptFinding } from './acceptances/acceptFinding';
import { acceptFindings } from './acceptances/acceptFindings';
import { addComment } from './discussion/addComment';
import { answerForConsumer } from './consumers/answerForConsumer';
import { checkDefinition } from './revisions/checkDefinition';
import { compareNow } from './revisions/compareNow';
import { deleteComment } from './discussion/deleteComment';
import { deleteDraft } from './changes/deleteDraft';
import { deleteSubscription } from './subscriptions/deleteSubscription';
import { diffRevisions } from './revisions/diffRevisions';
import { editComment } from './discussion/editComment';
import { eraseAudit } from './audit/eraseAudit';
import { getAuditChain } from './audit/getAuditChain';
import { getDeliverySummary } from './deliveries/getDeliverySummary';
import { getHealth } from './getHealth';
import { getPreferences } from './notifications/getPreferences';
import { getRevision } from './revisions/getRevision';
import { getSchemaChange } from './changes/getSchemaChange';
import { getSubscription } from './subscriptions/getSubscription';
import { getUnreadCount } from './notifications/getUnreadCount';
import { listAcceptances } from './acceptances/listAcceptances';
import { listAudit } from './audit/listAudit';
import { listChangeAudit } from './audit/listChangeAudit';
import { listComments } from './discussion/listComments';
import { listConsumers } from './consumers/listConsumers';
import { listDeliveries } from './deliveries/listDeliveries';
import { listFailingEvents } from './deliveries/listFailingEvents';
import { listNotifications } from './notifications/listNotifications';
import { listRevisions } from './revisions/listRevisions';
import { listSchemaChanges } from './changes/listSchemaChanges';
import { previewAudience } from './consumers/previewAudience';
import { publishRevision } from './revisions/publishRevision';
import { readAllNotifications } from './notifications/readAllNotifications';
import { readNotification } from './notifications/readNotification';
import { recordSchemaChange } from './changes/recordSchemaChange';
import { replayDeliveries } from './deliveries/replayDeliveries';
import { replayDelivery } from './deliveries/replayDelivery';
import { revokeAcceptance } from './acceptances/revokeAcceptance';
import { revokeAcceptances } from './acceptances/revokeAcceptances';
import { ServiceDeps } from './ServiceDeps';
import { setBaseline } from './revisions/setBaseline';
import { setPreferences } from './notifications/setPreferences';
import { setSubscription } from './subscriptions/setSubscription';
import { skipEvent } from './deliveries/skipEvent';
import { updateSchemaChange } from './changes/updateSchemaChange';
import { UseCases } from './UseCase';
import { verifyAudit } from './audit/verifyAudit';

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
    acceptFindings: acceptFindings(deps),
    checkDefinition: checkDefinition(deps),
    compareNow: compareNow(deps),
    diffRevisions: diffRevisions(deps),
    getRevision: getRevision(deps),
    listAcceptances: listAcceptances(deps),
    listRevisions: listRevisions(deps),
    publishRevision: publishRevision(deps),
    revokeAcceptance: revokeAcceptance(deps),
    revokeAcceptances: revokeAcceptances(deps),
    setBaseline: setBaseline(deps),
    getHealth: getHealth(deps),
  };
}
