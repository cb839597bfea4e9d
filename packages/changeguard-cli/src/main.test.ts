import { spawn } from 'child_process';
import { once } from 'events';
import { resolve } from 'path';
import { version } from '../package.json';
import { runCommand } from './__testUtils__/runCommand';

describe('changeguard', () => {
  it('says which version it is', async () => {
    expect(await runCommand(['--version'])).toEqual({
      exitCode: 0,
      out: version,
      err: '',
    });
  });

  it('lists the commands that begin with the one word that was typed', async () => {
    const { exitCode, err } = await runCommand(['audit']);
    expect(exitCode).toBe(2);
    expect(err).toContain('audit verify');
    expect(err).not.toContain('There is no command');
    expect(err).not.toContain('publish');

    const asked = await runCommand(['audit', '--help']);
    expect(asked.exitCode).toBe(0);
    expect(asked.out).toContain('audit verify');
  });

  it('names a command that there is not', async () => {
    const { exitCode, err } = await runCommand(['audit', 'verfy']);
    expect(exitCode).toBe(2);
    expect(err).toContain("There is no command 'audit verfy'.");
  });

  it.each([
    [
      'publish',
      [
        'publish',
        'no.yaml',
        '--entity',
        'api:default/parcels',
        '--url',
        'http://127.0.0.1:9',
      ],
      "no.yaml could not be read: There is no file 'no.yaml'.",
    ],
    [
      'audit verify',
      ['audit', 'verify', 'no.yaml'],
      "There is no file 'no.yaml'.",
    ],
  ])(
    'says in a sentence to %s that a file is not there',
    async (_, args, err) => {
      expect(await runCommand(args)).toEqual({ exitCode: 3, out: '', err });
    },
  );

  it('says that a folder is no file', async () => {
    const { exitCode, err } = await runCommand(['audit', 'verify', __dirname]);
    expect(exitCode).toBe(3);
    expect(err).toBe('A folder was named in the place of a file.');
  });

  it('ends well when whoever reads has seen enough', async () => {
    const command = spawn(process.execPath, [
      resolve(__dirname, '../bin/changeguard'),
      '--help',
    ]);
    command.stdout.destroy();
    let complaint = '';
    command.stderr.on('data', chunk => {
      complaint += chunk;
    });

    const [exitCode] = await once(command, 'close');
    expect({ exitCode, complaint }).toEqual({ exitCode: 0, complaint: '' });
  }, 60_000);
});
