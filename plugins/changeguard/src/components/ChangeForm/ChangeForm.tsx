import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { Section } from '../Section/Section';
import { AudiencePreview } from './audience/AudiencePreview';
import { DetectFindings } from './detection/DetectFindings';
import { FailuresContext } from './FailuresContext';
import { ReasonField } from './fields/ReasonField';
import { WhatFields } from './fields/WhatFields';
import { WhenFields } from './fields/WhenFields';
import { WhyFields } from './fields/WhyFields';
import { FindingRows } from './findings/FindingRows';
import { useOpenPlaces } from './findings/useOpenPlaces';
import { ErrorSummary } from './saving/ErrorSummary';
import { MeanwhileNotice } from './saving/MeanwhileNotice';
import { RestoredNotice } from './saving/RestoredNotice';
import { SaveBar } from './saving/SaveBar';
import { useSaveChange } from './saving/useSaveChange';
import { useFormLayout } from './useFormLayout';
import { FormValues } from './formValues';
import { useChangeForm } from './useChangeForm';

/** Records a change or edits one: what is typed on the left, who will hear of it on the right. */
export const ChangeForm = (props: {
  /** Where this browser keeps what is typed. */
  draftKey: string;
  change: SchemaChange | null;
  initial: FormValues;
  onStored: (change: SchemaChange) => void;
  onCancel: () => void;
}) => {
  const { draftKey, change, initial, onStored, onCancel } = props;
  const t = useTexts();
  const classes = useFormLayout();
  const form = useChangeForm(draftKey, change, initial);
  const saving = useSaveChange(form);
  const places = useOpenPlaces(saving.fields);
  const [reason, setReason] = useState('');
  const asksWhy = form.base !== null && form.base.status !== 'draft';

  const save = async (status: 'draft' | 'announced' | undefined) => {
    const stored = await saving.save(status, asksWhy ? reason : undefined);
    if (stored) onStored(stored);
  };

  return (
    <FailuresContext.Provider value={saving.fields}>
      <Typography variant="h4" component="h2">
        {change
          ? t('changeForm.edit', { title: change.title })
          : t('changeForm.record')}
      </Typography>
      <div className={classes.notices}>
        <RestoredNotice form={form} />
        <MeanwhileNotice form={form} />
        <ErrorSummary fields={saving.fields} onReveal={places.reveal} />
        {saving.error && saving.fields.length === 0 && (
          <FailurePanel
            error={saving.error}
            title={t('changeForm.save.failed')}
          />
        )}
      </div>
      <div className={classes.columns}>
        <div className={classes.main}>
          <Section title={t('changeForm.sections.what')}>
            <WhatFields form={form} />
          </Section>
          <Section title={t('changeForm.sections.findings')}>
            <DetectFindings form={form} />
            <FindingRows form={form} places={places} />
          </Section>
          <Section title={t('changeForm.sections.why')}>
            <WhyFields form={form} />
          </Section>
          <Section title={t('changeForm.sections.when')}>
            <WhenFields form={form} />
          </Section>
          {asksWhy && <ReasonField value={reason} onChange={setReason} />}
        </div>
        <div className={classes.side}>
          <AudiencePreview entityRef={form.values.entityRef} base={form.base} />
        </div>
      </div>
      <SaveBar
        form={form}
        busy={saving.busy}
        check={saving.check}
        onSave={save}
        onCancel={onCancel}
      />
    </FailuresContext.Provider>
  );
};
