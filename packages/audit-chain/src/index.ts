/**
 * The hash chain of ChangeGuard's audit trail: how it is made, and how it is checked. The backend seals with it, the backend and the
 * command line verify with it.
 *
 * @packageDocumentation
 */

export * from './chain';
export * from './ChainFault';
export * from './ChainVerifier';
export * from './checkpoint';
export * from './Ed25519Signer';
export * from './ExportFault';
export * from './exportFormat';
export * from './ExportReport';
export * from './ExportVerifier';
export * from './KnownKeys';
export * from './linesOf';
export * from './Places';
export * from './remainders';
export * from './removal';
export * from './Removals';
