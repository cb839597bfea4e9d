/** A number of bytes as people read it, such as `1.2 MB`. */
export function sizeInWords(bytes: number, locale?: string): string {
  const [unit, size] =
    bytes < 1_000_000
      ? (['kilobyte', bytes / 1_000] as const)
      : (['megabyte', bytes / 1_000_000] as const);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(size);
}
