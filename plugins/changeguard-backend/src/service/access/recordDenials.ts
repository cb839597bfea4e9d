import { isError } from '@backstage/errors';
import { OperationName } from '@changeguard/backstage-plugin-changeguard-common';
import { Denials } from './Denials';
import { UseCase, UseCases } from '../UseCase';

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
        if (isError(error) && error.name === 'NotAllowedError') {
          await denials.remember(name, { ...request, refusal: error.message });
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
