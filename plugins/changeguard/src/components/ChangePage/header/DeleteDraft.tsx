import { useRouteRef } from '@backstage/core-plugin-api';
import {
  toastApiRef,
  useApi,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import {
  announceLocalChange,
  changeGuardApiRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTexts } from '../../../hooks/useTexts';
import { schemaChangesRouteRef } from '../../../routes';
import { ConfirmDialog } from '../../ConfirmDialog/ConfirmDialog';

/** Deletes a draft after asking, and leads back to the list. */
export const DeleteDraft = (props: { change: SchemaChange }) => {
  const { change } = props;
  const t = useTexts();
  const api = useApi(changeGuardApiRef);
  const toasts = useApiHolder().get(toastApiRef);
  const navigate = useNavigate();
  const changesLink = useRouteRef(schemaChangesRouteRef);
  const [asking, setAsking] = useState(false);

  const remove = async () => {
    await api.call('deleteSchemaChange', {
      params: { id: change.id },
      ifMatch: change.version,
    });
    announceLocalChange();
    toasts?.post({ title: t('changePage.delete.done'), status: 'success' });
    navigate(changesLink());
  };

  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('changePage.header.delete')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('changePage.delete.title')}
        confirm={t('changePage.delete.confirm')}
        cancel={t('changePage.delete.cancel')}
        failed={t('changePage.delete.failed')}
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        {t('changePage.delete.text')}
      </ConfirmDialog>
    </>
  );
};
