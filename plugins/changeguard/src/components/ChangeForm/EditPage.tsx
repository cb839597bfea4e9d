import { EmptyState, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  changeGuardApiRef,
  FailurePanel,
  useLoad,
  useOwnership,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useNavigate, useParams } from 'react-router-dom';
import { requestFailure } from '../../hooks/requestFailure';
import { useTexts } from '../../hooks/useTexts';
import { schemaChangeRouteRef } from '../../routes';
import { ChangeNotFound } from '../ChangePage/ChangeNotFound';
import { ChangeForm } from './ChangeForm';
import { FormSkeleton } from './FormSkeleton';
import { valuesOf } from './formValues';

/** The page that edits a change. It is read once: what others do meanwhile is shown when one saves, not under one's hands. */
export const EditPage = () => {
  const { id = '' } = useParams();
  const t = useTexts();
  const api = useApi(changeGuardApiRef);
  const navigate = useNavigate();
  const changeLink = useRouteRef(schemaChangeRouteRef);
  const user = useOwnership()?.userEntityRef;
  const { value, error, refresh } = useLoad(
    signal => api.call('getSchemaChange', { params: { id }, signal }),
    id,
  );

  if (error && requestFailure(error).status === 404) return <ChangeNotFound />;
  if (error)
    return (
      <FailurePanel
        error={error}
        title={t('changeForm.loadFailed')}
        onRetry={refresh}
      />
    );
  if (!value || !user) return <FormSkeleton />;
  const showChange = () => navigate(changeLink({ id }));
  if (!value.may.edit)
    return (
      <EmptyState
        missing="content"
        title={t('changeForm.mayNotEdit.title')}
        description={t('changeForm.mayNotEdit.description')}
        action={
          <LinkButton
            variant="contained"
            color="primary"
            to={changeLink({ id })}
          >
            {t('changeForm.mayNotEdit.back')}
          </LinkButton>
        }
      />
    );
  return (
    <ChangeForm
      key={id}
      draftKey={`changeguard:edit:${user}:${id}`}
      change={value}
      initial={valuesOf(value)}
      onStored={showChange}
      onCancel={showChange}
    />
  );
};
