import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { Section } from '../../Section/Section';
import { AuditFilters } from '../auditFilters';
import { ExportDialog } from '../export/ExportDialog';
import { ChainFacts } from './ChainFacts';
import { useChain } from './useChain';
import { useVerification } from './useVerification';
import { VerifyResult } from './VerifyResult';

const useStyles = makeStyles(
  theme => ({
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    result: { marginTop: theme.spacing(1) },
  }),
  { name: 'ChangeGuardChainHead' },
);

/** How the chain stands, and what an auditor can do with it: check it here, or take it away. */
export const ChainHead = (props: {
  filters: AuditFilters;
  onShow: (recordId: string) => void;
}) => {
  const { filters, onShow } = props;
  const classes = useStyles();
  const t = useTexts();
  const chain = useChain();
  const verification = useVerification();
  const [exporting, setExporting] = useState(false);
  const isRunning = verification.state?.phase === 'running';

  return (
    <Section
      level={2}
      title={t('audit.chain.title')}
      action={
        <div className={classes.actions}>
          <Button
            variant="outlined"
            onClick={isRunning ? verification.stop : verification.start}
          >
            {t(isRunning ? 'audit.verify.stop' : 'audit.verify.button')}
          </Button>
          <Button variant="outlined" onClick={() => setExporting(true)}>
            {t('audit.export.button')}
          </Button>
        </div>
      }
    >
      {chain.error && (
        <FailurePanel
          error={chain.error}
          title={chain.value ? undefined : t('audit.chain.failed')}
          stale={chain.value !== undefined}
          onRetry={chain.refresh}
        />
      )}
      {chain.loading && <Skeleton variant="rect" height={44} />}
      {chain.value && <ChainFacts chain={chain.value} />}
      <div role="status" className={classes.result}>
        {verification.state && (
          <VerifyResult
            state={verification.state}
            onResume={verification.resume}
            onShow={onShow}
          />
        )}
      </div>
      {exporting && (
        <ExportDialog filters={filters} onClose={() => setExporting(false)} />
      )}
    </Section>
  );
};
