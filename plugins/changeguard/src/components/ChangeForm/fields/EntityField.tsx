import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useOwnership } from '@changeguard/backstage-plugin-changeguard-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useMemo, useState } from 'react';
import { useEntitySearch } from '../../../hooks/useEntitySearch';
import { useTexts } from '../../../hooks/useTexts';
import { useFieldFailure } from '../FailuresContext';
import { EntityOption } from './EntityOption';
import { isOwnedBy } from './isOwnedBy';
import { useEntityHint } from './useEntityHint';

interface Option {
  entityRef: string;
  entity?: Entity;
}

/** Chooses the entity that changes from the catalog, one's own teams' first. Fixed once the change exists. */
export const EntityField = (props: {
  entityRef: string;
  onChange: (entityRef: string) => void;
  fixed: boolean;
}) => {
  const { entityRef, onChange, fixed } = props;
  const t = useTexts();
  const ownership = useOwnership();
  const owners = ownership?.ownershipEntityRefs ?? [];
  const [open, setOpen] = useState(false);
  const [term, setTerm] = useState('');
  const search = useEntitySearch({
    term,
    owners,
    enabled: open && ownership !== undefined,
  });
  const hint = useEntityHint(entityRef, { owners, fixed });
  const field = useFieldFailure(
    '/entityRef',
    hint ?? t('changeForm.field.entityRefHelp'),
  );

  // A new object each time would make the field forget what is being typed.
  const chosen = useMemo(() => (entityRef ? { entityRef } : null), [entityRef]);

  const options: Option[] = search.found
    .map(entity => ({ entity, entityRef: stringifyEntityRef(entity) }))
    .sort(
      (a, b) =>
        Number(isOwnedBy(b.entity, owners)) -
        Number(isOwnedBy(a.entity, owners)),
    );

  return (
    <Autocomplete<Option>
      id={field.id}
      value={chosen}
      options={options}
      getOptionLabel={option => option.entityRef}
      getOptionSelected={(option, value) =>
        option.entityRef === value.entityRef
      }
      groupBy={({ entity }) =>
        t(
          entity && isOwnedBy(entity, owners)
            ? 'changeForm.entity.yours'
            : 'changeForm.entity.found',
        )
      }
      renderOption={({ entity }) => entity && <EntityOption entity={entity} />}
      // The catalog has searched already.
      filterOptions={found => found}
      onChange={(_, option) => onChange(option?.entityRef ?? '')}
      onInputChange={(_, text, reason) =>
        setTerm(reason === 'input' ? text : '')
      }
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      loading={search.searching}
      loadingText={t('changeForm.entity.search')}
      noOptionsText={t(
        search.error ? 'changeForm.entity.failed' : 'changeForm.entity.none',
      )}
      disabled={fixed}
      renderInput={params => (
        <TextField
          {...params}
          label={t('changeForm.field.entityRef')}
          helperText={field.helperText}
          error={field.error}
          variant="outlined"
          margin="dense"
          required
        />
      )}
    />
  );
};
