import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Revision } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardReactTranslationRef,
  SeverityChip,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useTexts } from '../../../hooks/useTexts';

/** How much a revision breaks compared with the one before, in a word and in numbers. */
export const RevisionVerdict = (props: {
  comparison: NonNullable<Revision['comparison']>;
}) => {
  const { verdict, breaking, dangerous, nonBreaking, failure } =
    props.comparison;
  const t = useTexts();
  const words = useTranslationRef(changeGuardReactTranslationRef).t;

  if (verdict === 'unknown' || verdict === 'unchanged')
    return (
      <span>{failure?.message ?? t(`comparison.verdict.${verdict}`)}</span>
    );
  const counts = (
    [
      ['breaking', breaking],
      ['dangerous', dangerous],
      ['non-breaking', nonBreaking],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${words(`severity.${severity}`)}`);
  return (
    <>
      <SeverityChip severity={verdict} />
      <span>{counts.join(' · ')}</span>
    </>
  );
};
