import { usePermission } from '@backstage/plugin-permission-react';
import type {
  auditReadPermission,
  definitionCheckPermission,
  deliveriesManagePermission,
} from '@changeguard/backstage-plugin-changeguard-common';
import { RowsSkeleton } from '@changeguard/backstage-plugin-changeguard-react';
import { ReactNode } from 'react';
import { Nothing } from '../Nothing/Nothing';

/**
 * Shows a page to those whom the permission policy lets see it, and tells everybody else what it would be and whom to ask. The API
 * asks again; this only spares people a page of errors.
 */
export const Restricted = (props: {
  permission:
    | typeof auditReadPermission
    | typeof definitionCheckPermission
    | typeof deliveriesManagePermission;
  /** What a screen reader hears while it is not yet known. */
  loading: string;
  title: string;
  help: string;
  children: ReactNode;
}) => {
  const { permission, loading, title, help, children } = props;
  const answer = usePermission({ permission });

  if (answer.loading) return <RowsSkeleton label={loading} rows={6} />;
  if (!answer.allowed) return <Nothing title={title} help={help} />;
  return <>{children}</>;
};
