import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useState } from 'react';
import { useOwnerOptions } from './useOwnerOptions';

const people = ['User'] as const;

/** One person, found by name or typed: who left the catalog can still be looked for. */
export const PersonFilter = (props: {
  label: string;
  placeholder: string;
  /** An entity ref, or empty. */
  value: string;
  /** Makes a ref of what was typed. */
  complete: (typed: string) => string;
  onChange: (value: string) => void;
}) => {
  const { label, placeholder, value, complete, onChange } = props;
  const [text, setText] = useState(value);
  const [open, setOpen] = useState(false);
  const { options, loading } = useOwnerOptions(text, open, people);

  return (
    <Autocomplete
      freeSolo
      autoSelect
      size="small"
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={options}
      loading={loading}
      // The catalog has already looked for the text.
      filterOptions={all => all}
      value={value || null}
      inputValue={text}
      onInputChange={(_, typed) => setText(typed)}
      onChange={(_, chosen) => onChange(chosen ? complete(chosen.trim()) : '')}
      renderOption={ref => <EntityDisplayName entityRef={ref} disableTooltip />}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          label={label}
          placeholder={placeholder}
          InputLabelProps={{ shrink: true }}
        />
      )}
    />
  );
};
