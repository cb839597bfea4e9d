import { ErrorPage } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';
import { useTexts } from '../../hooks/useTexts';
import { ComparePage } from '../ComparePage/ComparePage';
import { RevisionsPage } from '../RevisionsPage/RevisionsPage';

/** Everything below `/changeguard/compare`: two texts at hand, or two revisions of an entity. */
export const CompareRoutes = () => {
  const t = useTexts();

  return (
    <Routes>
      <Route path="/" element={<ComparePage />} />
      <Route path="/:namespace/:kind/:name" element={<RevisionsPage />} />
      <Route
        path="*"
        element={<ErrorPage status="404" statusMessage={t('page.notFound')} />}
      />
    </Routes>
  );
};
