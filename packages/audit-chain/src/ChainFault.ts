/** What can be wrong with a seal, or with what it stands for. @public */
export type ChainFault =
  /** A place was skipped or taken twice. */
  | 'out-of-sequence'
  /** `prev` is not the hash of the seal before. */
  | 'broken-link'
  /** `hash` is not that of `prev`, `seq` and `digest`. */
  | 'wrong-hash'
  /** `digest` is not that of salt and bytes: the content was changed. */
  | 'wrong-digest'
  /** The content is gone, and no removal says so. */
  | 'content-missing'
  /** A checkpoint has another hash at its place. */
  | 'checkpoint-mismatch'
  /** A checkpoint's signature is not that of its key. */
  | 'checkpoint-signature'
  /** The chain ends before a checkpoint's place. */
  | 'cut-off';

/** Each in words. @public */
export const chainFaults: Record<ChainFault, string> = {
  'out-of-sequence': 'a record is missing, inserted or out of its place here',
  'broken-link': 'it does not follow the record before it',
  'wrong-hash': 'its hash is not that of its place and digest',
  'wrong-digest': 'its content is not what was sealed',
  'content-missing': 'its content is gone, and no erasure or purge says so',
  'checkpoint-mismatch': 'a checkpoint has another hash at this place',
  'checkpoint-signature': 'the signature of a checkpoint is not genuine',
  'cut-off': 'the chain ends before a checkpoint',
};
