import { spawn } from 'child_process';
import { once } from 'events';
import { resolve } from 'path';

describe('changeguard', () => {
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
