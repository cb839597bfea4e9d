/** The type of a column, an argument or a domain, in PostgreSQL's own words. */
export interface ColumnType {
  /** `integer`, `character varying`, or the path of a type of the schema's own. */
  name: string;
  /** Length, precision and scale, or what else stands in its brackets. */
  size: readonly string[];
  isArray: boolean;
}

/** The type as it is written: `character varying(20)[]`. */
export function typeText({ name, size, isArray }: ColumnType): string {
  const [, head, zone = ''] =
    /^(.*?)((?: with(?:out)? time zone)?)$/.exec(name) ?? [];
  const brackets = size.length > 0 ? `(${size.join(',')})` : '';
  return `${head}${brackets}${zone}${isArray ? '[]' : ''}`;
}

/** Whether two are the same. */
export function sameType(one: ColumnType, other: ColumnType): boolean {
  return typeText(one) === typeText(other);
}
