import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  severities,
  sides,
} from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardReactTranslationRef } from '@changeguard/backstage-plugin-changeguard-react';
import TextField from '@material-ui/core/TextField';
import { useTexts } from '../../../hooks/useTexts';
import { useFieldFailure } from '../FailuresContext';
import { ChoiceField } from '../fields/ChoiceField';
import { useFieldRow } from '../fields/useFieldRow';
import type { FindingRowProps } from './FindingRow';
import { moveByKeys } from './moveByKeys';

/** Where a finding is, before and after, how bad and for whom; an edit is made of all that say the same. */
export const FindingFields = (props: FindingRowProps) => {
  const { group, onChange, onMove } = props;
  const [finding] = group;
  const t = useTexts();
  const words = useTranslationRef(changeGuardReactTranslationRef).t;
  const classes = useFieldRow();
  const at = (field: string) => `/findings/${finding.key}/${field}`;
  const pointer = useFieldFailure(
    at('pointer'),
    t('changeForm.finding.pointerHelp'),
  );
  const before = useFieldFailure(at('before'));
  const after = useFieldFailure(at('after'));
  const change = (fields: Partial<typeof finding>) =>
    onChange(
      group.map(({ key }) => key),
      fields,
    );
  const text = {
    variant: 'outlined',
    margin: 'dense',
    fullWidth: true,
    onKeyDown: moveByKeys(by => onMove(finding.key, by)),
  } as const;

  return (
    <>
      <TextField
        {...text}
        {...pointer}
        label={t('changeForm.finding.pointer')}
        value={finding.pointer}
        onChange={event => change({ pointer: event.target.value })}
      />
      <div className={classes.row}>
        <TextField
          {...text}
          {...before}
          label={t('changeForm.finding.before')}
          value={finding.before}
          onChange={event => change({ before: event.target.value })}
          multiline
          maxRows={8}
        />
        <TextField
          {...text}
          {...after}
          label={t('changeForm.finding.after')}
          value={finding.after}
          onChange={event => change({ after: event.target.value })}
          multiline
          maxRows={8}
        />
      </div>
      <div className={classes.row}>
        <ChoiceField
          {...useFieldFailure(at('severity'))}
          label={t('changeForm.finding.severity')}
          value={finding.severity}
          options={severities}
          nameOf={severity => words(`severity.${severity}`)}
          onChange={severity => change({ severity })}
        />
        <ChoiceField
          {...useFieldFailure(at('side'))}
          label={t('changeForm.finding.side')}
          value={finding.side}
          options={['', ...sides] as const}
          nameOf={side => t(`changeForm.finding.sides.${side || 'none'}`)}
          onChange={side => change({ side })}
        />
      </div>
    </>
  );
};
