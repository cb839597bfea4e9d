import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import Chip from '@material-ui/core/Chip';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { useOwnerOptions } from './useOwnerOptions';

/** Teams and people, found by their name. */
export const OwnerFilter = (props: {
  label: string;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) => {
  const { label, chosen, onChange } = props;
  const t = useTexts();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const { options, loading } = useOwnerOptions(text, open);

  return (
    <Autocomplete
      multiple
      size="small"
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={options}
      loading={loading}
      // The catalog has already looked for the text.
      filterOptions={all => all}
      filterSelectedOptions
      value={chosen}
      inputValue={text}
      onInputChange={(_, value) => setText(value)}
      onChange={(_, value) => onChange(value)}
      noOptionsText={t('filters.ownerNone')}
      renderOption={ref => <EntityDisplayName entityRef={ref} disableTooltip />}
      renderTags={(refs, tagProps) =>
        refs.map((ref, index) => (
          <Chip
            {...tagProps({ index })}
            key={ref}
            size="small"
            label={
              <EntityDisplayName entityRef={ref} disableTooltip hideIcon />
            }
          />
        ))
      }
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={label}
          placeholder={chosen.length === 0 ? t('filters.ownerPlaceholder') : ''}
          InputLabelProps={{ shrink: true }}
        />
      )}
    />
  );
};
