import { auditReadPermission } from '@changeguard/backstage-plugin-changeguard-common';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Reads how the hash chain of the audit trail stands. */
export function getAuditChain(
  deps: Pick<
    ServiceDeps,
    'chain' | 'checkpoints' | 'checkpointSigner' | 'decisions'
  >,
): UseCase<'getAuditChain'> {
  return async ({ viewer }) => {
    await deps.decisions.demand(viewer, auditReadPermission);
    const [{ head, unsealed, oldestUnsealedAt, purgedUntil }, checkpoint] =
      await Promise.all([deps.chain.standing(), deps.checkpoints.newest()]);
    return {
      body: {
        head: head && {
          seq: head.seq,
          hash: head.hash.toString('hex'),
          sealedAt: head.sealedAt.toISOString(),
        },
        unsealed,
        oldestUnsealedAt: oldestUnsealedAt?.toISOString() ?? null,
        checkpoint,
        publicKey: deps.checkpointSigner?.publicKey ?? null,
        retainedFromSeq: head && purgedUntil + 1,
      },
    };
  };
}
