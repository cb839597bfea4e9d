import { AuditorService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { AuditBench } from '../__testUtils__/AuditBench';
import { withEmptyTrail } from '../__testUtils__/withEmptyTrail';
import { Checkpointer } from './Checkpointer';

jest.setTimeout(60_000);

describe('Checkpointer', () => {
  let bench: AuditBench;

  withEmptyTrail(async trail => {
    bench = trail;
    // Without a key nothing makes a checkpoint of it yet.
    const unsigned = new AuditBench(bench.knex, { isSigned: false });
    await unsigned.append(1);
    await unsigned.seal();
  });

  const checkpointer = (auditor: AuditorService) =>
    new Checkpointer({
      ...bench,
      auditor,
      pace: { everyMs: 0, everyRecords: 1 },
    });

  it('tells once of a checkpoint that cannot be stored, and stores the one that it told of', async () => {
    const auditor = mockServices.auditor.mock();
    const one = checkpointer(auditor);
    await bench.withFullDisk(async () => {
      await expect(one.keepUp()).rejects.toThrow('the disk is full');
      await expect(one.keepUp()).rejects.toThrow('the disk is full');
    });
    await one.keepUp();
    expect(bench.logger.info.mock.calls).toEqual([
      [`Audit checkpoint ${JSON.stringify(await bench.checkpoints.newest())}`],
    ]);
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
  });

  it('stores what the auditor could not be told of, and says so', async () => {
    const auditor = mockServices.auditor.mock();
    auditor.createEvent.mockRejectedValue(new Error('the auditor is away'));
    await checkpointer(auditor).keepUp();
    const newest = await bench.checkpoints.newest();
    expect(bench.logger.info.mock.calls).toEqual([
      [`Audit checkpoint ${JSON.stringify(newest)}`],
    ]);
    expect(bench.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('auditor was not told'),
      expect.objectContaining({ message: 'the auditor is away' }),
    );
  });
});
