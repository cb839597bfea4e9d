import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { deliveriesManagePermission } from '@changeguard/backstage-plugin-changeguard-common';
import { useTexts } from '../../../hooks/useTexts';
import { deliveriesRouteRef } from '../../../routes';

/** The way to what was sent about a change, for those who may see it. */
export const DeliveriesLink = (props: { changeId: string }) => {
  const t = useTexts();
  const link = useRouteRef(deliveriesRouteRef);
  const { allowed } = usePermission({ permission: deliveriesManagePermission });

  if (!allowed) return null;
  const search = new URLSearchParams({ view: 'all', changeId: props.changeId });
  return (
    <LinkButton size="small" color="primary" to={`${link()}?${search}`}>
      {t('changePage.reach.deliveries')}
    </LinkButton>
  );
};
