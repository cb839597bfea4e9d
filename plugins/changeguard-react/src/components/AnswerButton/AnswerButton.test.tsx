import { ConflictError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { changeGuardApiRef } from '../../api/changeGuardApiRef';
import { sampleConsumer, stubChangeGuardApi } from '../../testUtils';
import { AnswerButton } from './AnswerButton';

const changeId = '00000000-0000-7000-8000-999999999999';

async function choose(answer: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Answer' }));
  await userEvent.click(
    await screen.findByRole('menuitem', { name: new RegExp(`^${answer}`) }),
  );
}

describe('AnswerButton', () => {
  it('stores the chosen answer with its note and date', async () => {
    const consumer = sampleConsumer();
    const onAnswered = jest.fn();
    const api = stubChangeGuardApi({
      answerForConsumer: ({ body }) => ({
        ...consumer,
        answer: { ...consumer.answer, state: body.state },
      }),
    });
    renderInTestApp(
      <AnswerButton
        changeId={changeId}
        consumer={consumer}
        onAnswered={onAnswered}
      />,
      { apis: [[changeGuardApiRef, api]] },
    );

    await choose('Migrating');
    await userEvent.type(
      await screen.findByLabelText('Note for the provider (optional)'),
      'Half done',
    );
    await userEvent.type(
      screen.getByLabelText('Expected to be done by (optional)'),
      '2027-01-15',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Send answer' }));

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(api.calls).toEqual([
      {
        name: 'answerForConsumer',
        request: {
          params: { id: changeId, consumerId: consumer.id },
          body: {
            state: 'migrating',
            note: 'Half done',
            expectedAt: expect.stringMatching(/^2027-01-1[456]T/),
          },
        },
      },
    ]);
    expect(onAnswered).toHaveBeenCalledWith(
      expect.objectContaining({
        answer: expect.objectContaining({ state: 'migrating' }),
      }),
    );
  });

  it('keeps what was typed when the answer cannot be stored', async () => {
    const api = stubChangeGuardApi({
      answerForConsumer: () => {
        throw new ConflictError('The change was withdrawn');
      },
    });
    renderInTestApp(
      <AnswerButton changeId={changeId} consumer={sampleConsumer()} />,
      { apis: [[changeGuardApiRef, api]] },
    );

    await choose('Blocked');
    await userEvent.type(
      await screen.findByLabelText('What blocks you?'),
      'No time before March',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Send answer' }));

    expect(
      await screen.findByText('The change was withdrawn'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('What blocks you?')).toHaveValue(
      'No time before March',
    );
  });

  it('is not there for who may not answer', async () => {
    renderInTestApp(
      <>
        <p>Beside it</p>
        <AnswerButton
          changeId={changeId}
          consumer={sampleConsumer({ mayAnswer: false })}
        />
      </>,
      { apis: [[changeGuardApiRef, stubChangeGuardApi({})]] },
    );
    await screen.findByText('Beside it');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
