import { useApi } from '@backstage/frontend-plugin-api';
import { AnswerButton, changeGuardApiRef, useLoad } from '../index';

export const AnswerForUs = (props: { changeId: string }) => {
  const api = useApi(changeGuardApiRef);
  const { value, refresh } = useLoad(
    signal =>
      api.call('listConsumers', { params: { id: props.changeId }, signal }),
    props.changeId,
  );
  return (
    <>
      {value?.items.map(consumer => (
        <AnswerButton
          key={consumer.id}
          changeId={props.changeId}
          consumer={consumer}
          onAnswered={refresh}
        />
      ))}
    </>
  );
};
