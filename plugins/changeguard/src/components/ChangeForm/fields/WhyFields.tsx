import TextField from '@material-ui/core/TextField';
import { useTexts } from '../../../hooks/useTexts';
import { MarkdownField } from '../../MarkdownField/MarkdownField';
import { useFieldFailure } from '../FailuresContext';
import { ChangeFormState } from '../useChangeForm';

/** Why, how to get off it, and what to use instead. */
export const WhyFields = (props: { form: ChangeFormState }) => {
  const { values, set } = props.form;
  const t = useTexts();

  return (
    <>
      <MarkdownField
        {...useFieldFailure(
          '/description',
          t('changeForm.field.descriptionHelp'),
        )}
        label={t('changeForm.field.description')}
        value={values.description}
        onChange={text => set('description', text)}
      />
      <MarkdownField
        {...useFieldFailure(
          '/migrationGuide',
          t('changeForm.field.migrationGuideHelp'),
        )}
        label={t('changeForm.field.migrationGuide')}
        value={values.migrationGuide}
        onChange={text => set('migrationGuide', text)}
      />
      <TextField
        {...useFieldFailure(
          '/replacement',
          t('changeForm.field.replacementHelp'),
        )}
        label={t('changeForm.field.replacement')}
        value={values.replacement}
        onChange={event => set('replacement', event.target.value)}
        variant="outlined"
        margin="dense"
        fullWidth
      />
    </>
  );
};
