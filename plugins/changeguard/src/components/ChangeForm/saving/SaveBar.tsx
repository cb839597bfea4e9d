import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { ChangeFormState } from '../useChangeForm';
import { AnnounceDialog } from './AnnounceDialog';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'flex-end',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'ChangeGuardSaveBar' },
);

/** Stores the form: as a draft, announced, or as an edit of what is announced already. */
export const SaveBar = (props: {
  form: ChangeFormState;
  busy: boolean;
  /** Whether everything is filled in; shows what is not. */
  check: () => boolean;
  onSave: (status: 'draft' | 'announced' | undefined) => Promise<void>;
  onCancel: () => void;
}) => {
  const { form, busy, check, onSave, onCancel } = props;
  const classes = useStyles();
  const t = useTexts();
  const [announcing, setAnnouncing] = useState(false);
  const isDraft = form.base === null || form.base.status === 'draft';
  const mayAnnounce =
    form.base === null || form.base.may.moveTo.includes('announced');

  return (
    <div className={classes.root}>
      <Button onClick={onCancel} disabled={busy}>
        {t('changeForm.save.cancel')}
      </Button>
      {isDraft ? (
        <>
          <Button
            variant="outlined"
            color="primary"
            disabled={busy}
            onClick={() => onSave('draft')}
          >
            {t('changeForm.save.draft')}
          </Button>
          <Button
            variant="contained"
            color="primary"
            disabled={busy || !mayAnnounce}
            onClick={() => check() && setAnnouncing(true)}
          >
            {t('changeForm.save.announce')}
          </Button>
        </>
      ) : (
        <Button
          variant="contained"
          color="primary"
          disabled={busy}
          onClick={() => onSave(undefined)}
        >
          {t(busy ? 'changeForm.save.saving' : 'changeForm.save.changes')}
        </Button>
      )}
      {announcing && (
        <AnnounceDialog
          entityRef={form.values.entityRef}
          hasDate={form.values.effectiveAt !== ''}
          onAnnounce={async () => {
            await onSave('announced');
            setAnnouncing(false);
          }}
          onClose={() => setAnnouncing(false)}
        />
      )}
    </div>
  );
};
