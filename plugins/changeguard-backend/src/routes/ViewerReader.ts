import {
  AuthService,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { Request } from 'express';
import { Viewer } from '../service/Viewer';

/** Tells who sends a request. */
export class ViewerReader {
  constructor(
    private readonly deps: {
      auth: AuthService;
      httpAuth: HttpAuthService;
      /** Remembers what a token owns for five seconds by itself, so nothing is remembered here. */
      userInfo: UserInfoService;
    },
  ) {}

  /** @throws AuthenticationError - for nobody, and for a token that is not good. */
  async read(req: Request): Promise<Viewer> {
    const { auth, httpAuth, userInfo } = this.deps;
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    if (auth.isPrincipal(credentials, 'user')) {
      const { userEntityRef: ref } = credentials.principal;
      const info = await userInfo.getUserInfo(credentials);
      const claims = [...new Set([ref, ...info.ownershipEntityRefs])];
      const via = credentials.principal.actor?.subject ?? null;
      return { type: 'user', ref, claims, via, credentials };
    }
    if (auth.isPrincipal(credentials, 'service')) {
      const { subject } = credentials.principal;
      return {
        type: 'service',
        ref: subject,
        claims: [],
        via: null,
        credentials,
      };
    }
    throw new NotAllowedError('This route is for people and services');
  }
}
