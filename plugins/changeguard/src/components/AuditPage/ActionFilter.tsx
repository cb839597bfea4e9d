import { changeGuardEventTypes } from '@changeguard/backstage-plugin-changeguard-common';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useTexts } from '../../hooks/useTexts';

/** What is recorded without an event of its own. */
const otherActions = [
  'audit.erased',
  'audit.exported',
  'audit.purged',
  'delivery.replayed',
];

const options = [...changeGuardEventTypes, ...otherActions].sort();

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
      options={options}
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
