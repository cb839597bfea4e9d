import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../hooks/useTexts';
import { AuditFilters, countAuditFilters } from '../auditFilters';
import { ExportFormat } from './ExportRun';

/** What is exported, and as what. */
export const ExportChoice = (props: {
  filters: AuditFilters;
  format: ExportFormat;
  onFormat: (format: ExportFormat) => void;
}) => {
  const { filters, format, onFormat } = props;
  const t = useTexts();

  return (
    <>
      <Typography paragraph>
        {t(
          countAuditFilters(filters) > 0
            ? 'audit.export.filtered'
            : 'audit.export.all',
        )}
      </Typography>
      <FormControl component="fieldset">
        <FormLabel component="legend">{t('audit.export.format')}</FormLabel>
        <RadioGroup
          value={format}
          onChange={(_, value) => onFormat(value === 'csv' ? 'csv' : 'jsonl')}
        >
          {(['jsonl', 'csv'] as const).map(one => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio color="primary" />}
              label={t(`audit.export.${one}`)}
            />
          ))}
        </RadioGroup>
      </FormControl>
    </>
  );
};
