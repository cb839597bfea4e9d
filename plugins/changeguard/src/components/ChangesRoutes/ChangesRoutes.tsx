import { ErrorPage } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';
import { useTexts } from '../../hooks/useTexts';
import { EditPage } from '../ChangeForm/EditPage';
import { RecordPage } from '../ChangeForm/RecordPage';
import { ChangePage } from '../ChangePage/ChangePage';
import { ListPage } from '../ListPage/ListPage';

/** Everything below `/changeguard/changes`: the list, one change, and the form. */
export const ChangesRoutes = () => {
  const t = useTexts();

  return (
    <Routes>
      <Route path="/" element={<ListPage />} />
      <Route path="/new" element={<RecordPage />} />
      <Route path="/:id" element={<ChangePage />} />
      <Route path="/:id/edit" element={<EditPage />} />
      <Route
        path="*"
        element={<ErrorPage status="404" statusMessage={t('page.notFound')} />}
      />
    </Routes>
  );
};
