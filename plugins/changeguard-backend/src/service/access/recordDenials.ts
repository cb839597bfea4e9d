import { isError } from '@backstage/errors';
import {
  OperationName,
  operations,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Denials } from './Denials';
import { HiddenError } from './HiddenError';
import { UseCase, UseCases } from '../UseCase';

/** Why an operation was refused; null of what is no refusal. Looking for what is hidden is none, trying to change it is. */
function refusalOf(name: OperationName, error: unknown): string | null {
  if (error instanceof HiddenError) {
    return operations[name].rate === 'write' ? error.refusal : null;
  }
  return isError(error) && error.name === 'NotAllowedError'
    ? error.message
    : null;
}

/** Remembers whoever is refused by a use case. */
export function recordDenials(useCases: UseCases, denials: Denials): UseCases {
  const watch = (
    name: OperationName,
    useCase: UseCase<OperationName>,
  ): UseCase<OperationName> => {
    return async request => {
      try {
        return await useCase(request);
      } catch (error) {
        const refusal = refusalOf(name, error);
        if (refusal !== null) {
          await denials.remember(name, { ...request, refusal });
        }
        throw error;
      }
    };
  };
  return Object.fromEntries(
    Object.entries(useCases).map(([name, useCase]) => [
      name,
      watch(name as OperationName, useCase as UseCase<OperationName>),
    ]),
  ) as UseCases;
}
