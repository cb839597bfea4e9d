import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { PortalPermissionPolicy } from './PortalPermissionPolicy';

function person(name: string, group: string): PolicyQueryUser {
  const userEntityRef = `user:default/${name}`;
  const credentials = mockCredentials.user(userEntityRef);
  return {
    credentials,
    info: {
      userEntityRef,
      ownershipEntityRefs: [userEntityRef, `group:default/${group}`],
    },
  };
}

const policy = new PortalPermissionPolicy(['group:default/portal-operators']);
const alice = person('alice', 'team-orders');
const dana = person('dana', 'portal-operators');

async function mayDo(name: string, user?: PolicyQueryUser) {
  const permission = createPermission({ name, attributes: {} });
  const { result } = await policy.handle({ permission }, user);
  return result === AuthorizeResult.ALLOW;
}

describe('PortalPermissionPolicy', () => {
  it('lets everybody read the catalog and take part in changes', async () => {
    for (const name of [
      'catalog.entity.read',
      'changeguard.schema-change.read',
      'changeguard.schema-change.create',
      'changeguard.schema-change.update',
      'changeguard.comment.create',
      'changeguard.consumer.answer',
      'changeguard.gate.override',
    ]) {
      expect([name, await mayDo(name, alice)]).toEqual([name, true]);
      expect([name, await mayDo(name, dana)]).toEqual([name, true]);
    }
  });

  it('keeps removal, audit and deliveries for the operators', async () => {
    for (const name of [
      'catalog.entity.create',
      'catalog.entity.delete',
      'catalog.location.create',
      'catalog.location.delete',
      'changeguard.audit.read',
      'changeguard.deliveries.manage',
    ]) {
      expect([name, await mayDo(name, alice)]).toEqual([name, false]);
      expect([name, await mayDo(name, dana)]).toEqual([name, true]);
    }
  });

  it('denies a permission that nobody decided about', async () => {
    expect(await mayDo('payroll.salary.read', alice)).toBe(false);
  });

  it('denies everything to who is not signed in', async () => {
    for (const { name } of catalogPermissions) {
      expect(await mayDo(name)).toBe(false);
    }
  });

  it('decides every catalog permission without changing anything for non-operators', async () => {
    const allowed: string[] = [];
    for (const { name } of catalogPermissions) {
      if (await mayDo(name, alice)) {
        allowed.push(name);
      }
    }
    expect(allowed).toEqual([
      'catalog.entity.read',
      'catalog.entity.refresh',
      'catalog.entity.validate',
      'catalog.location.read',
      'catalog.location.analyze',
    ]);
  });
});
