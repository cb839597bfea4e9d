import type { AuditVerification } from '@changeguard/backstage-plugin-changeguard-common';
import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../../../hooks/useTexts';

/** Says that nothing was found, up to where, and whose signature stands for it. */
export const VerifiedStretch = (props: {
  last: AuditVerification | undefined;
  checkpoint: AuditVerification['checkpoint'] | undefined;
}) => {
  const { last, checkpoint } = props;
  const t = useTexts();

  if (!last || last.headSeq === 0)
    return <Alert severity="info">{t('audit.verify.empty')}</Alert>;
  return (
    <Alert severity={checkpoint?.verified === false ? 'warning' : 'success'}>
      {t('audit.verify.intact', { from: '1', to: String(last.toSeq) })}{' '}
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
