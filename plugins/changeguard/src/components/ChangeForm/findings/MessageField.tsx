import TextField from '@material-ui/core/TextField';
import { useTexts } from '../../../hooks/useTexts';
import { useFieldFailure } from '../FailuresContext';
import { FindingValues } from '../formValues';
import type { FindingRowProps } from './FindingRow';
import { moveByKeys } from './moveByKeys';

/** What a finding says. */
export const MessageField = (
  props: Pick<FindingRowProps, 'onChange' | 'onMove'> & {
    finding: FindingValues;
  },
) => {
  const { finding, onChange, onMove } = props;
  const { key, message } = finding;
  const t = useTexts();

  return (
    <TextField
      {...useFieldFailure(`/findings/${key}/message`)}
      variant="outlined"
      margin="dense"
      fullWidth
      label={t('changeForm.finding.message')}
      value={message}
      onChange={({ target }) => onChange([key], { message: target.value })}
      onKeyDown={moveByKeys(by => onMove(key, by))}
    />
  );
};
