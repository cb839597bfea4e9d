import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { changeGuardReactTranslationRef } from '../translation';
import { readFailure } from './readFailure';

/**
 * Says what could not be done and why, and offers to try again.
 *
 * @param props - `title`: what failed, as a sentence; `stale`: older content is still shown below, so a quieter tone.
 * @public
 */
export const FailurePanel = (props: {
  error: Error;
  title?: string;
  stale?: boolean;
  onRetry?: () => void;
}) => {
  const { error, title, stale, onRetry } = props;
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const failure = readFailure(error);

  return (
    <Alert
      severity={stale ? 'warning' : 'error'}
      role="alert"
      action={
        onRetry && (
          <Button color="inherit" size="small" onClick={onRetry}>
            {t('error.retry')}
          </Button>
        )
      }
    >
      <AlertTitle>
        {title ?? t(stale ? 'error.stale' : 'error.title')}
      </AlertTitle>
      {failure.kind === 'other' ? failure.message : t(`error.${failure.kind}`)}
    </Alert>
  );
};
