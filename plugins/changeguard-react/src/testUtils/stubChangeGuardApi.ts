import { NotImplementedError } from '@backstage/errors';
import type {
  OperationName,
  OperationRequest,
  OperationResponse,
} from '@changeguard/backstage-plugin-changeguard-common';
import type { ChangeGuardApi } from '../api/ChangeGuardApi';

/** What a stub answers, by operation. @public */
export type StubbedOperations = {
  [TName in OperationName]?: (
    request: OperationRequest<TName>,
  ) => OperationResponse<TName> | Promise<OperationResponse<TName>>;
};

/** One call that a stub has seen. @public */
export interface StubCall {
  /** Which operation was called. */
  name: OperationName;
  /** What it was called with. */
  request: unknown;
}

/**
 * An API of ChangeGuard for tests of frontends: answers what it is told to and remembers what it was asked.
 *
 * @param operations - what to answer; everything else is a NotImplementedError. May be changed during the test.
 * @public
 */
export function stubChangeGuardApi(
  operations: StubbedOperations,
): ChangeGuardApi & { calls: StubCall[]; operations: StubbedOperations } {
  const calls: StubCall[] = [];
  return {
    calls,
    operations,
    async call<TName extends OperationName>(
      name: TName,
      request: OperationRequest<TName>,
    ): Promise<OperationResponse<TName>> {
      calls.push({ name, request });
      const answer = operations[name];
      if (!answer) throw new NotImplementedError(`${name} is not stubbed`);
      return answer(request);
    },
  };
}
