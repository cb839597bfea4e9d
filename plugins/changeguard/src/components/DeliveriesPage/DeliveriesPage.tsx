import { deliveriesManagePermission } from '@changeguard/backstage-plugin-changeguard-common';
import { useTexts } from '../../hooks/useTexts';
import { Restricted } from '../Restricted/Restricted';
import { Deliveries } from './Deliveries';

/** What ChangeGuard sent to whom, what failed, and the way to send it again: for operators. */
export const DeliveriesPage = () => {
  const t = useTexts();
  return (
    <Restricted
      permission={deliveriesManagePermission}
      loading={t('deliveries.loading')}
      title={t('deliveries.forbidden')}
      help={t('deliveries.forbiddenHelp')}
    >
      <Deliveries />
    </Restricted>
  );
};
