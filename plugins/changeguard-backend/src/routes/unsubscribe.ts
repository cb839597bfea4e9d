import { LoggerService } from '@backstage/backend-plugin-api';
import { Request, Response, Router } from 'express';
import { RequestOrigin } from '../database/EventWriter';
import { Ids } from '../ports/Ids';
import { SignedUnsubscribeLinks } from '../signing/SignedUnsubscribeLinks';
import { answerableError } from './answerableError';
import { RateLimits, TooManyRequestsError } from './RateLimits';
import { requestOrigin } from './requestOrigin';
import { UnsubscribePage, unsubscribePage } from './unsubscribePage';

/** The path of the page. */
export const unsubscribePath = '/unsubscribe';

/** What the page needs. */
export interface UnsubscribeDeps {
  links: SignedUnsubscribeLinks;
  rateLimits: RateLimits;
  logger: LoggerService;
  switchOffMail: (userRef: string, origin: RequestOrigin) => Promise<void>;
  ids: Ids;
  /** Address of the preferences in the portal, when it is known. */
  preferencesUrl: string | null;
}

/**
 * The link of a mail. GET only asks, because mail scanners open links; POST acts, also without the page, as mail programs do it with one
 * click (RFC 8058: no cookies, no sign-in, the body says nothing that the link does not).
 */
export function mountUnsubscribe(router: Router, deps: UnsubscribeDeps): void {
  const recipientOf = (req: Request) => {
    const { token } = req.query;
    return typeof token === 'string'
      ? deps.links.recipientOf(token)
      : undefined;
  };
  const answer = (res: Response, status: number, page: UnsubscribePage) =>
    res
      .status(status)
      .set({
        'Cache-Control': 'no-store',
        'Content-Security-Policy':
          "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        'Referrer-Policy': 'no-referrer',
      })
      .type('html')
      .send(unsubscribePage(page));
  const limited =
    (kind: 'read' | 'write') => async (req: Request, res: Response) => {
      try {
        await deps.rateLimits.take(kind, `address:${req.ip}`);
      } catch (error) {
        if (error instanceof TooManyRequestsError) {
          res.set('Retry-After', String(error.retryAfterSeconds));
        }
        throw error;
      }
    };

  router.get(unsubscribePath, async (req, res) => {
    await limited('read')(req, res);
    const recipient = recipientOf(req);
    if (recipient) answer(res, 200, { state: 'asking', recipient });
    else answer(res, 400, { state: 'invalid' });
  });
  router.post(unsubscribePath, async (req, res) => {
    await limited('write')(req, res);
    const recipient = recipientOf(req);
    if (!recipient) {
      answer(res, 400, { state: 'invalid' });
      return;
    }
    try {
      await deps.switchOffMail(recipient, requestOrigin(req, 'link', deps.ids));
    } catch (error) {
      throw answerableError(error, deps.logger);
    }
    const { preferencesUrl } = deps;
    answer(res, 200, { state: 'done', recipient, preferencesUrl });
  });
}
