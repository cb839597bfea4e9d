import { mockServices } from '@backstage/backend-test-utils';
import { sampleEvent } from '../__testUtils__/sampleEvent';
import { SignalPublisher } from './SignalPublisher';

describe('SignalPublisher', () => {
  const publish = jest.fn();
  const logger = mockServices.logger.mock();
  const publisher = new SignalPublisher({ signals: { publish }, logger });
  const event = sampleEvent('schema-change.updated');

  beforeEach(() => {
    publish.mockReset().mockResolvedValue(undefined);
  });

  it('says which change moved on, and nothing of it', () => {
    publisher.publish(event, ['user:default/bob']);
    expect(publish).toHaveBeenCalledWith({
      recipients: { type: 'user', entityRef: ['user:default/bob'] },
      channel: 'changeguard',
      message: {
        changeId: event.subject,
        type: 'schema-change.updated',
        sequence: 1,
      },
    });
  });

  it('splits a large audience', () => {
    publisher.publish(
      event,
      Array.from({ length: 1_200 }, (_, n) => `user:default/${n}`),
    );
    expect(
      publish.mock.calls.map(([{ recipients }]) => recipients.entityRef.length),
    ).toEqual([500, 500, 200]);
  });

  it('tells nobody when it concerns nobody', () => {
    publisher.publish(event, []);
    expect(publish).not.toHaveBeenCalled();
  });

  it('goes on when nobody carries signals', async () => {
    const logged = new Promise<void>(resolve => {
      logger.warn.mockImplementationOnce(() => resolve());
    });
    publish.mockRejectedValue(new Error('No event bus'));
    publisher.publish(event, ['user:default/bob']);
    await logged;
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});
