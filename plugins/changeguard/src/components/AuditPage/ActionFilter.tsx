import { auditActions } from '@changeguard/backstage-plugin-changeguard-common';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useTexts } from '../../hooks/useTexts';

/** Kinds of action, chosen or typed: plugins and later versions record others. */
export const ActionFilter = (props: {
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) => {
  const { chosen, onChange } = props;
  const t = useTexts();

  return (
    <Autocomplete
      multiple
      freeSolo
      size="small"
      options={auditActions}
      filterSelectedOptions
      value={chosen}
      onChange={(_, value) => onChange(value)}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={t('audit.filter.action')}
          placeholder={
            chosen.length === 0 ? t('audit.filter.actionPlaceholder') : ''
          }
          InputLabelProps={{ shrink: true }}
        />
      )}
    />
  );
};
