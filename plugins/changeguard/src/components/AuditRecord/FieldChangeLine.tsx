import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { answerStates } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardReactTranslationRef,
  useDateLocale,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { DateTime } from 'luxon';
import { useTexts } from '../../hooks/useTexts';
import { FieldChange } from './fieldChanges';
import { auditRecordMessages } from './messages';

type NamedField = keyof typeof auditRecordMessages.field;

function isNamed(field: string): field is NamedField {
  return field in auditRecordMessages.field;
}

/** One changed field: what it was and what it is since. */
export const FieldChangeLine = (props: { change: FieldChange }) => {
  const { field, before, after, isLong } = props.change;
  const t = useTexts();
  const words = useTranslationRef(changeGuardReactTranslationRef).t;
  const locale = useDateLocale();
  const name = isNamed(field) ? t(`auditRecord.field.${field}`) : field;
  const inWords = (text: FieldChange['after']) => {
    if (text === undefined) return t('auditRecord.empty');
    if (typeof text === 'boolean')
      return t(text ? 'auditRecord.yes' : 'auditRecord.no');
    const answer = answerStates.find(state => state === text);
    if (field === 'state' && answer) return words(`answer.${answer}`);
    return field.endsWith('At')
      ? DateTime.fromISO(text, { locale }).toLocaleString(DateTime.DATE_MED)
      : text;
  };

  return (
    <Typography variant="caption" color="textSecondary" component="li">
      {name}:{' '}
      {isLong ? (
        t('auditRecord.longText')
      ) : (
        <>
          {before !== undefined && (
            <>
              <del>{inWords(before)}</del>
              {' → '}
            </>
          )}
          <ins>{inWords(after)}</ins>
        </>
      )}
    </Typography>
  );
};
