import { commands } from './commands/commands.ts';

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];

if (command) {
  command(args).then(
    exitCode => process.exit(exitCode),
    error => {
      process.stderr.write(
        `\n  ${error instanceof Error ? error.message : error}\n\n`,
      );
      process.exit(1);
    },
  );
} else {
  process.stderr.write(
    `\n  Commands: ${Object.keys(commands)
      .map(one => `npm run ${one}`)
      .join(', ')}\n\n`,
  );
  process.exit(1);
}
