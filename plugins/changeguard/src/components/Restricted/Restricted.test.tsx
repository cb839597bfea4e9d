import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  auditReadPermission,
  deliveriesManagePermission,
} from '@changeguard/backstage-plugin-changeguard-common';
import { screen } from '@testing-library/react';
import { Restricted } from './Restricted';

describe('Restricted', () => {
  it('shows a page to those who may see it and says to the others what they would need', async () => {
    const { name } = deliveriesManagePermission;
    renderInTestApp(
      <>
        {[auditReadPermission, deliveriesManagePermission].map(permission => (
          <Restricted
            key={permission.name}
            permission={permission}
            loading="Loading"
            title={`${permission.name} is for others`}
            help="Ask."
          >
            {permission.name} is here
          </Restricted>
        ))}
      </>,
      {
        apis: [
          mockApis.permission({
            authorize: ({ permission }) =>
              permission.name === name
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          }),
        ],
      },
    );
    expect(
      await screen.findByText('changeguard.deliveries.manage is for others'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('changeguard.audit.read is here'),
    ).toBeInTheDocument();
    expect(screen.queryByText(`${name} is here`)).not.toBeInTheDocument();
  });
});
