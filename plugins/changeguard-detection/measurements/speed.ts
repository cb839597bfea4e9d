import { measureSpeed } from './measureSpeed';

/** Prints what comparing takes, and ends with 1 where a goal is missed. */
async function main(): Promise<number> {
  const figures = await measureSpeed(line =>
    process.stdout.write(`  ${line}\n`),
  );
  for (const { name, value, unit, most } of figures) {
    const verdict = value <= most ? 'holds' : 'MISSED';
    process.stdout.write(
      `${name}: ${value.toFixed(
        2,
      )} ${unit} (at most ${most} ${unit}): ${verdict}\n`,
    );
  }
  return figures.every(({ value, most }) => value <= most) ? 0 : 1;
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = 1;
  },
);
