/** gRPC status codes that tell of a passing trouble; https://grpc.io/docs/guides/status-codes. */
export const STATUS = {
  cancelled: 1,
  unknown: 2,
  deadlineExceeded: 4,
  notFound: 5,
  alreadyExists: 6,
  permissionDenied: 7,
  resourceExhausted: 8,
  aborted: 10,
  internal: 13,
  unavailable: 14,
  unauthenticated: 16,
} as const;

const PASSING = [
  STATUS.cancelled,
  STATUS.unknown,
  STATUS.deadlineExceeded,
  STATUS.resourceExhausted,
  STATUS.aborted,
  STATUS.internal,
  STATUS.unavailable,
];

/**
 * How long a call may take: each try, and all tries together. The client's own bounds are a minute and ten, longer than
 * the lease that the outbox relay holds meanwhile.
 */
function bounded(tryMs: number, totalMs: number) {
  return {
    retry: {
      retryCodes: [...PASSING],
      backoffSettings: {
        initialRetryDelayMillis: 100,
        retryDelayMultiplier: 2,
        maxRetryDelayMillis: 2_000,
        initialRpcTimeoutMillis: tryMs,
        rpcTimeoutMultiplier: 1,
        maxRpcTimeoutMillis: tryMs,
        totalTimeoutMillis: totalMs,
      },
    },
  };
}

export const publishCall = bounded(4_000, 12_000);
export const adminCall = bounded(3_000, 6_000);
export const healthCall = bounded(2_000, 2_000);
/** One try: another one could come late, and delete what was made meanwhile. */
export const deleteCall = {
  timeout: 2_000,
  retry: { ...healthCall.retry, retryCodes: [] },
};
export const acknowledgeCall = bounded(3_000, 9_000);
