import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  schemaFormats,
  severities,
} from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardReactTranslationRef } from '@changeguard/backstage-plugin-changeguard-react';
import TextField from '@material-ui/core/TextField';
import { useTexts } from '../../../hooks/useTexts';
import { useFieldFailure } from '../FailuresContext';
import { ChangeFormState } from '../useChangeForm';
import { ChoiceField } from './ChoiceField';
import { EntityField } from './EntityField';
import { useFieldRow } from './useFieldRow';
import { useGuessedFormat } from './useGuessedFormat';

/** Which entity changes, in a line, and how much that breaks. */
export const WhatFields = (props: { form: ChangeFormState }) => {
  const { values, set, base } = props.form;
  const t = useTexts();
  const words = useTranslationRef(changeGuardReactTranslationRef).t;
  const classes = useFieldRow();
  const guess = useGuessedFormat(props.form);

  return (
    <>
      <EntityField
        entityRef={values.entityRef}
        onChange={entityRef => set('entityRef', entityRef)}
        fixed={base !== null}
      />
      <TextField
        {...useFieldFailure('/title', t('changeForm.field.titleHelp'))}
        label={t('changeForm.field.title')}
        value={values.title}
        onChange={event => set('title', event.target.value)}
        variant="outlined"
        margin="dense"
        fullWidth
        required
      />
      <div className={classes.row}>
        <ChoiceField
          {...useFieldFailure(
            '/format',
            guess.isGuessed ? t('changeForm.field.formatHelp') : undefined,
          )}
          label={t('changeForm.field.format')}
          value={values.format}
          options={schemaFormats}
          nameOf={format => words(`format.${format}`)}
          onChange={guess.choose}
        />
        <ChoiceField
          {...useFieldFailure('/severity')}
          label={t('changeForm.field.severity')}
          value={values.severity}
          options={severities}
          nameOf={severity => words(`severity.${severity}`)}
          onChange={severity => set('severity', severity)}
        />
      </div>
    </>
  );
};
