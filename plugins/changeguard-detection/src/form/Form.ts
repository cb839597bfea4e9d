/** What has to be at a place of a definition. */
export interface Form {
  /** How people call it, such as `a list`. */
  noun: string;
  /** Whether a value can be it; what is below has forms of its own. */
  fits(value: unknown): boolean;
  /** Shows what is below a value that fits. */
  parts?(value: object, show: ShowPart): void;
  /** Whether a reference may stand in its place. */
  referable?: boolean;
  /** Whether null is a value too; elsewhere it is what a key has that nobody wrote a value for. */
  mindsNull?: boolean;
}

/** Takes one value below another, and what it has to be; called rather than listed, because large definitions have millions. */
export type ShowPart = (
  key: string | number,
  value: unknown,
  form: Form,
) => void;
