import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../../../hooks/useTexts';
import { Verification } from './useVerification';

/** Says that nothing was found, up to where, what of it nothing proves, and whose signature stands for it. */
export const VerifiedStretch = (props: { state: Verification }) => {
  const { last, checkpoint, notProved } = props.state;
  const t = useTexts();

  if (!last || last.headSeq === 0)
    return <Alert severity="info">{t('audit.verify.empty')}</Alert>;
  return (
    <Alert severity={checkpoint?.verified === false ? 'warning' : 'success'}>
      {t('audit.verify.intact', { from: '1', to: String(last.toSeq) })}{' '}
      {notProved > 0 &&
        `${t('audit.verify.remainderNotProved', { count: notProved })} `}
      {checkpoint &&
        t(
          checkpoint.verified
            ? 'audit.verify.checkpoint'
            : 'audit.verify.checkpointUnknown',
          { seq: String(checkpoint.seq) },
        )}
    </Alert>
  );
};
