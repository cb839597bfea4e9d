import {
  FailurePanel,
  useDateLocale,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { AuditFilters } from '../auditFilters';
import { ExportChoice } from './ExportChoice';
import { ExportFormat } from './ExportRun';
import { sizeInWords } from './sizeInWords';
import { useExport } from './useExport';

/** Exports the trail to a file of the reader's. */
export const ExportDialog = (props: {
  filters: AuditFilters;
  onClose: () => void;
}) => {
  const { filters, onClose } = props;
  const t = useTexts();
  const titleId = useId();
  const locale = useDateLocale();
  const [format, setFormat] = useState<ExportFormat>('jsonl');
  const { state, start, resume, stop } = useExport(filters);
  const { phase, error, file = '' } = state;
  const size = sizeInWords(state.size, locale);

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={phase === 'running' ? undefined : onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{t('audit.export.title')}</DialogTitle>
      <DialogContent>
        {phase === 'asking' && (
          <ExportChoice
            filters={filters}
            format={format}
            onFormat={setFormat}
          />
        )}
        {phase === 'running' && (
          <LinearProgress aria-label={t('audit.export.title')} />
        )}
        {phase === 'broken' && error && (
          <FailurePanel
            error={error}
            title={t('audit.export.broken', { size })}
          />
        )}
        <Typography role="status">
          {phase === 'running' && t('audit.export.progress', { size })}
          {phase === 'done' && t('audit.export.done', { size, file })}
          {phase === 'stopped' && t('audit.export.stopped')}
          {phase === 'broken' &&
            t(
              state.resumable
                ? 'audit.export.brokenHelp'
                : 'audit.export.againHelp',
            )}
        </Typography>
      </DialogContent>
      <DialogActions>
        {phase === 'running' ? (
          <Button onClick={stop}>{t('audit.export.stop')}</Button>
        ) : (
          <Button onClick={onClose}>
            {t(
              phase === 'asking' ? 'audit.export.cancel' : 'audit.export.close',
            )}
          </Button>
        )}
        {phase === 'asking' && (
          <Button
            variant="contained"
            color="primary"
            onClick={() => start(format)}
          >
            {t('audit.export.start')}
          </Button>
        )}
        {phase === 'broken' && (
          <Button variant="contained" color="primary" onClick={resume}>
            {t(state.resumable ? 'audit.export.resume' : 'audit.export.again')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
};
