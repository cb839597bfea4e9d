import { LoggerService } from '@backstage/backend-plugin-api';
import {
  AudienceProvider,
  FoundConsumer,
} from '@changeguard/backstage-plugin-changeguard-node';

/** What the other ways of finding consumers said. */
export interface ProvidersAnswer {
  found: FoundConsumer[];
  /** Whether one of them failed, or did not answer in time. */
  partial: boolean;
}

/** Asks every provider of audiences at once; one that fails or hangs does not keep the others' answers back. */
export async function askProviders(
  providers: readonly AudienceProvider[],
  entityRef: string,
  options: { signal: AbortSignal; logger?: LoggerService },
): Promise<ProvidersAnswer> {
  const { signal, logger } = options;
  const aborted = new Promise<never>((_, reject) => {
    const fail = () => reject(signal.reason);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
  const answers = await Promise.allSettled(
    providers.map(async provider =>
      Promise.race([provider.findConsumers(entityRef, { signal }), aborted]),
    ),
  );
  aborted.catch(() => {});
  let partial = false;
  const found = answers.flatMap((answer, index) => {
    if (answer.status === 'fulfilled') return answer.value;
    partial = true;
    logger?.warn(
      `The audience provider ${providers[index].id} failed for ${entityRef}`,
      answer.reason,
    );
    return [];
  });
  return { found, partial };
}
