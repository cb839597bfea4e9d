import { auditReadPermission } from '@changeguard/backstage-plugin-changeguard-common';
import { useTexts } from '../../hooks/useTexts';
import { Restricted } from '../Restricted/Restricted';
import { AuditTrail } from './AuditTrail';

/** Who did what, and the proof that nobody changed that since: for auditors. */
export const AuditPage = () => {
  const t = useTexts();
  return (
    <Restricted
      permission={auditReadPermission}
      loading={t('audit.loading')}
      title={t('audit.forbidden')}
      help={t('audit.forbiddenHelp')}
    >
      <AuditTrail />
    </Restricted>
  );
};
