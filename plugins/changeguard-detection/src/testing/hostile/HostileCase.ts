/**
 * A pair of texts made to harm whoever compares them. In a worker with little memory, running out of it is an end as well, if
 * that is explained.
 *
 * @public
 */
export interface HostileCase {
  /** What it is, in a few words. */
  name: string;
  /** The format that is asked to compare it. */
  format: string;
  /** Written when it is asked for: some have sixteen megabytes. Bytes where it is no text. */
  base: () => string | Uint8Array;
  /** The other side; the same as the base where it is left out. */
  revision?: () => string | Uint8Array;
  /** How it may end; more than one where that depends on the machine, such as on its stack or on buf being there. */
  ends: readonly ('compared' | 'partial' | 'failed')[];
  /** The rule of a difference that is told, unless the comparison fails; left out where none is asked for. */
  tells?: string;
}
