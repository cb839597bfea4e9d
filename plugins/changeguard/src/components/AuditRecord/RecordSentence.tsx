import {
  AuditRecord,
  changeGuardEventTypes,
} from '@changeguard/backstage-plugin-changeguard-common';
import { EntityName } from '@changeguard/backstage-plugin-changeguard-react';
import { useTexts } from '../../hooks/useTexts';

/** Who did what, as a sentence. */
export const RecordSentence = (props: { record: AuditRecord }) => {
  const { record } = props;
  const t = useTexts();
  const known = changeGuardEventTypes.find(type => type === record.action);
  const consumer = record.after?.consumer;

  return (
    <>
      {record.actorType === 'user' ? (
        <EntityName entityRef={record.actor} />
      ) : (
        <span title={record.actor}>{t('auditRecord.system')}</span>
      )}{' '}
      {record.outcome === 'denied' && `${t('auditRecord.denied')} `}
      {known ? t(`auditRecord.action.${known}`) : record.action}
      {typeof consumer === 'string' && (
        <>
          {' '}
          <EntityName entityRef={consumer} />
        </>
      )}
    </>
  );
};
