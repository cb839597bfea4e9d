import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { changeGuardReactTranslationRef } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { FormValues } from '../formValues';
import { MeanwhileField } from '../mergeNewer';
import { ChangeFormState } from '../useChangeForm';

const LONG = 200;

/** What others changed while the form was open, field by field, and the way to take theirs where both did. */
export const MeanwhileNotice = (props: { form: ChangeFormState }) => {
  const { meanwhile, set } = props.form;
  const t = useTexts();
  const words = useTranslationRef(changeGuardReactTranslationRef).t;
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (meanwhile.length > 0) root.current?.focus();
  }, [meanwhile]);

  const nameOf = (field: keyof FormValues) =>
    field === 'findings'
      ? t('changeForm.sections.findings')
      : t(`changeForm.field.${field}`);
  const inWords = ({ field, now }: MeanwhileField) => {
    if (Array.isArray(now))
      return t('changeForm.conflict.findings', { count: now.length });
    if (field === 'severity')
      return words(`severity.${now as FormValues['severity']}`);
    if (field === 'format')
      return words(`format.${now as FormValues['format']}`);
    const text = now.length > LONG ? `${now.slice(0, LONG)}…` : now;
    return text || t('changeForm.conflict.empty');
  };

  if (meanwhile.length === 0) return null;
  return (
    <Alert severity="warning" role="alert" ref={root} tabIndex={-1}>
      <AlertTitle>{t('changeForm.conflict.title')}</AlertTitle>
      {t('changeForm.conflict.text')}
      <ul>
        {meanwhile.map(one => (
          <li key={one.field}>
            <strong>{nameOf(one.field)}</strong>:{' '}
            {t('changeForm.conflict.theirs', { value: inWords(one) })} –{' '}
            {one.conflicting
              ? t('changeForm.conflict.yours')
              : t('changeForm.conflict.taken')}
            {one.conflicting && (
              <Button
                size="small"
                color="inherit"
                onClick={() => set(one.field, one.now)}
              >
                {t('changeForm.conflict.take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
};
