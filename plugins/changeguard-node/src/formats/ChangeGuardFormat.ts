/**
 * A format of definitions that a module can compare.
 *
 * @public
 */
export interface ChangeGuardFormat {
  /** Lower case letters, digits and dashes, such as `thrift`. */
  id: string;
  /** The `spec.type` of APIs in the catalog whose definitions are in it. */
  types: readonly string[];
  /**
   * Absolute path of a file that exports `format`, a `Format` of `@changeguard/backstage-plugin-changeguard-detection` with the same
   * id. ChangeGuard loads it in threads of its own, with their limits of memory and time, and nowhere else: it must be a CommonJS
   * module and cannot share state with the rest of the process.
   */
  file: string;
}
