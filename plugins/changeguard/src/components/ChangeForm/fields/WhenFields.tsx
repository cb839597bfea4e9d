import { useTexts } from '../../../hooks/useTexts';
import { DayField } from '../../DayField/DayField';
import { useFieldFailure } from '../FailuresContext';
import { ChangeFormState } from '../useChangeForm';
import { useFieldRow } from './useFieldRow';

/** By when. */
export const WhenFields = (props: { form: ChangeFormState }) => {
  const { values, set } = props.form;
  const t = useTexts();
  const classes = useFieldRow();

  return (
    <div className={classes.row}>
      <DayField
        {...useFieldFailure(
          '/effectiveAt',
          t('changeForm.field.effectiveAtHelp'),
        )}
        label={t('changeForm.field.effectiveAt')}
        value={values.effectiveAt}
        onChange={day => set('effectiveAt', day)}
      />
      <DayField
        {...useFieldFailure('/sunsetAt', t('changeForm.field.sunsetAtHelp'))}
        label={t('changeForm.field.sunsetAt')}
        value={values.sunsetAt}
        onChange={day => set('sunsetAt', day)}
      />
    </div>
  );
};
