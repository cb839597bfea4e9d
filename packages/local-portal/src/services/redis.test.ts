import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort, isFree } from '../processes/ports.ts';
import { stopEverything } from '../processes/runningProcesses.ts';
import { startRedis, redisWays } from './redis.ts';

describe('Redis', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'redis-test-'));
  });
  after(async () => {
    await stopEverything();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is looked for on the PATH, then fetched from Debian, then asked of Docker', () => {
    assert.deepEqual(
      redisWays().map(({ name }) => name),
      [
        'redis-server or valkey-server on the PATH',
        "Debian's redis-server by apt-get",
        'Docker',
      ],
    );
  });

  it('is the program on the PATH when there is one', async () => {
    const program = join(folder, 'redis-server');
    writeFileSync(program, '#!/bin/sh\n');
    chmodSync(program, 0o755);
    const path = process.env.PATH;
    process.env.PATH = folder;
    try {
      assert.notEqual(await redisWays()[0].find(), undefined);
      rmSync(program);
      assert.equal(await redisWays()[0].find(), undefined);
    } finally {
      process.env.PATH = path;
    }
  });

  it('is the one whose address is given, which is not stopped', async () => {
    const options = { port: 1, dataDir: folder, logFile: join(folder, 'log') };
    const redis = await startRedis(options, 'redis://somewhere:6379');
    assert.equal(redis.kind, 'real');
    assert.equal(redis.connection.url, 'redis://somewhere:6379');
    await redis.stop();
  });

  it('answers on its port until it is stopped', async () => {
    const port = await freePort();
    const redis = await startRedis({
      port,
      dataDir: join(folder, 'data'),
      logFile: join(folder, 'redis.log'),
    });
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
      socket.once('error', reject);
      socket.once('data', data => {
        socket.destroy();
        resolve(data.toString());
      });
    });
    assert.equal(answer, '+PONG\r\n');
    await redis.stop();
    assert.equal(await isFree(port), true);
  });
});
