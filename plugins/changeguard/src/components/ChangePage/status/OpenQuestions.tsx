import { AffectedConsumer } from '@changeguard/backstage-plugin-changeguard-common';
import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../../../hooks/useTexts';
import { isUnanswered } from '../consumers/byUrgency';

/** What still stands in the way when somebody is about to ship or to close: the silent and the blocked consumers. */
export const OpenQuestions = (props: { consumers: AffectedConsumer[] }) => {
  const t = useTexts();
  const staying = props.consumers.filter(({ left }) => !left);
  const silent = staying.filter(isUnanswered).length;
  const blocked = staying.filter(
    ({ answer }) => answer.state === 'blocked',
  ).length;
  if (silent + blocked === 0) return null;

  return (
    <Alert severity="warning">
      {silent > 0 && t('changePage.move.silent', { count: silent })}{' '}
      {blocked > 0 && t('changePage.move.blocked', { count: blocked })}
    </Alert>
  );
};
