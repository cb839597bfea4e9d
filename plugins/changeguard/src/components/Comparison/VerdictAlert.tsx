import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  schemaFormats,
  severities,
  type DefinitionComparison,
  type DetectedFinding,
  type FindingGroup,
} from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardReactTranslationRef } from '@changeguard/backstage-plugin-changeguard-react';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useTexts } from '../../hooks/useTexts';
import { findingsInWords } from '../FindingGroup/findingsInWords';

const tones = {
  breaking: 'error',
  dangerous: 'warning',
  'non-breaking': 'success',
  unchanged: 'success',
  unknown: 'warning',
} as const;

/** What a comparison came to, in one sentence and in numbers of findings; what could not be compared never reads as "no changes". */
export const VerdictAlert = (props: {
  comparison: DefinitionComparison;
  /** Its findings as they are told below it. */
  groups: FindingGroup<DetectedFinding>[];
  format?: string;
}) => {
  const { comparison, groups, format } = props;
  const { verdict, findings, findingCount, reasons } = comparison;
  const t = useTexts();
  const words = useTranslationRef(changeGuardReactTranslationRef).t;
  const known = schemaFormats.find(one => one === format);
  const counts = severities.flatMap(severity => {
    const count = findings.filter(one => one.severity === severity).length;
    return count > 0 ? [`${count} ${words(`severity.${severity}`)}`] : [];
  });
  const counted =
    counts.length > 0 &&
    `${findingsInWords(t, {
      findings: findings.length,
      differences: groups.length,
      isPart: findingCount > findings.length,
    })}: ${counts.join(' · ')}`;
  const compared =
    format &&
    t('comparison.comparedAs', {
      format: known ? words(`format.${known}`) : format,
    });

  return (
    <Alert severity={tones[verdict]}>
      <AlertTitle>{t(`comparison.verdict.${verdict}`)}</AlertTitle>
      {[counted, compared].filter(Boolean).join(' · ')}
      {reasons.length > 0 && (
        <>
          <div>{t('comparison.partial')}:</div>
          <ul>
            {reasons.map(reason => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
};
