import Link from '@material-ui/core/Link';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { FieldFailure } from '../../../hooks/requestFailure';
import { useTexts } from '../../../hooks/useTexts';
import { fieldId } from '../checkForm';
import { changeFormMessages } from '../messages';

type NamedField = keyof typeof changeFormMessages.field;

function isNamed(field: string): field is NamedField {
  return field in changeFormMessages.field;
}

/** Everything that has to be put right, at the top, each with a way to its field. Takes the focus when it appears. */
export const ErrorSummary = (props: {
  fields: FieldFailure[];
  /** Shows the field of a pointer where it is folded away. */
  onReveal: (pointer: string) => void;
}) => {
  const { fields, onReveal } = props;
  const t = useTexts();
  const root = useRef<HTMLDivElement>(null);

  const nameOf = (pointer: string) => {
    const [, field] = pointer.split('/');
    return isNamed(field)
      ? t(`changeForm.field.${field}`)
      : t('changeForm.sections.findings');
  };

  useEffect(() => {
    if (fields.length > 0) root.current?.focus();
  }, [fields]);

  if (fields.length === 0) return null;
  return (
    <Alert severity="error" role="alert" ref={root} tabIndex={-1}>
      <AlertTitle>
        {t('changeForm.error.summary', { count: fields.length })}
      </AlertTitle>
      <ul>
        {fields.map(({ pointer, message }) => (
          <li key={pointer}>
            <Link
              href={`#${fieldId(pointer)}`}
              color="inherit"
              underline="always"
              onClick={event => {
                event.preventDefault();
                flushSync(() => onReveal(pointer));
                document.getElementById(fieldId(pointer))?.focus();
              }}
            >
              {nameOf(pointer)}: {message}
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
};
