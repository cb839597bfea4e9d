import type { ComparisonFailure } from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useTexts } from '../../hooks/useTexts';

/** Why two definitions could not be compared, which of them is to blame and where, and what to do about it. */
export const ComparisonFailureAlert = (props: {
  failure: ComparisonFailure;
  /** Shows a line of one of the texts, where the page has them. */
  onLine?: (which: 'base' | 'revision', line: number) => void;
}) => {
  const { which, message, line } = props.failure;
  const { onLine } = props;
  const t = useTexts();

  return (
    <Alert
      severity="error"
      action={
        onLine &&
        which &&
        line !== null && (
          <Button
            color="inherit"
            size="small"
            onClick={() => onLine(which, line)}
          >
            {t('comparison.atLine', { line: String(line) })}
          </Button>
        )
      }
    >
      <AlertTitle>
        {which === null && t('comparison.failed')}
        {which === 'base' && t('comparison.failedBase')}
        {which === 'revision' && t('comparison.failedRevision')}
      </AlertTitle>
      {message}
    </Alert>
  );
};
